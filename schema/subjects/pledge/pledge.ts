import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { Department } from "../department/department.ts";
import { departmentById } from "../department/department-by-id.ts";
import { Municipality, municipalityById } from "../municipality/municipality.ts";
import { PledgeState } from "./pledge-state.ts";
import { pledgesTold } from "./pledges-told.ts";

@ObjectType({
  description: describe(
    "공약. 이름과 부서는 묻는 분기, 또는 그것을 밝힌 그 앞의 마지막 분기의 것입니다.",
    "A pledge. Title and department are those of the quarter asked about, or of the last quarter before it that gives them.",
  ),
})
export class Pledge {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;
  id: number;
  municipalityId: number;
  departmentId: number | null;
  /** The quarter asked about; null for the latest. */
  quarter: QuarterNumber | null;

  @Field(() => ID, { description: describe("공약번호, 예: 1-4-2.", "Code of the pledge, e.g. 1-4-2.") })
  code: string;

  @Field(() => String, {
    description: describe(
      "공약명. 알려진 것이 없으면 공약번호.",
      "Title in Korean; the code where none is known.",
    ),
  })
  title: string;

  @Field(() => Municipality, {
    description: describe("공약을 낸 지자체.", "The municipality that promised it."),
  })
  async municipality(@Ctx() context: HubContext): Promise<Municipality> {
    return (await municipalityById(context, this.municipalityId, this.knownAt))!;
  }

  @Field(() => Department, {
    nullable: true,
    description: describe(
      "소관부서. 밝힌 곳이 없으면 null.",
      "The department in charge; null where nothing names one.",
    ),
  })
  department(@Ctx() context: HubContext): Promise<Department | null> {
    return departmentById(context, this.departmentId, this.knownAt);
  }

  @Field(() => PledgeState, {
    nullable: true,
    description: describe(
      "그 분기의 이행 상태. 밝히지 않았으면 null.",
      "The state stated for a quarter; null where none is stated.",
    ),
  })
  async state(
    @Ctx() context: HubContext,
    @Arg("quarter", () => QuarterScalar, {
      nullable: true,
      description: describe(
        "분기. 빼면 상태를 밝힌 마지막 분기.",
        "The quarter; left out: the latest that has a state.",
      ),
    })
    quarter: QuarterNumber | null,
  ): Promise<PledgeState | null> {
    const states = await context.many(
      `states at ${this.knownAt}`,
      this.id,
      (ids) =>
        context.database.query<{ pledge_id: number; quarter: number; state: PledgeState }[]>(
          `SELECT pledge_id, quarter, state FROM pledge_quarter
           WHERE pledge_id = ANY($1) AND state IS NOT NULL AND known_from <= $2 AND known_to > $2
           ORDER BY quarter`,
          [ids, this.knownAt],
        ),
      (row) => row.pledge_id,
    );
    const asked = quarter ?? this.quarter;
    return (asked === null ? states.at(-1) : states.find((row) => row.quarter === asked))?.state ?? null;
  }
}

/** A pledge as of a quarter and a time, batched; null where nothing speaks of it. */
export async function pledgeAt(
  context: HubContext,
  id: number,
  quarter: QuarterNumber | null,
  knownAt: KnownAt,
): Promise<Pledge | null> {
  const found = await context.one(
    `pledge in ${quarter} at ${knownAt}`,
    id,
    (ids) =>
      context.database.query<Pledge[]>(
        `SELECT id, municipality_id AS "municipalityId", code, title, department_id AS "departmentId"
         FROM ${pledgesTold("SELECT * FROM pledge WHERE id = ANY($2)", quarter === null ? null : String(quarter), "$1")} AS pledge`,
        [knownAt, ids],
      ),
    (pledge) => pledge.id,
  );
  return found && toPledge(found, quarter, knownAt);
}

/** A pledge by its code as known at a time; null where it is not known. */
export async function pledgeByCode(
  context: HubContext,
  municipality: string,
  code: string,
  knownAt: KnownAt,
): Promise<Pledge | null> {
  const [row] = await context.database.query<{ id: number }[]>(
    `SELECT pledge.id FROM pledge JOIN municipality ON municipality.id = municipality_id
     WHERE municipality.code = $1 AND pledge.code = $2 AND known_from <= $3 AND known_to > $3`,
    [municipality, code, knownAt],
  );
  return row ? pledgeAt(context, row.id, null, knownAt) : null;
}

/** Makes a row of `pledgesTold` a Pledge. */
export function toPledge(row: object, quarter: QuarterNumber | null, knownAt: KnownAt): Pledge {
  return Object.assign(new Pledge(), row, { quarter, knownAt });
}
