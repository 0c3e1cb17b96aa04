import { Arg, Ctx, FieldResolver, InputType, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { Parameters } from "../../sql/parameters.ts";
import {
  DepartmentFilter,
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
} from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { knownIn } from "../release/feed-fact.ts";
import { Pledge } from "./pledge.ts";
import { StateChange, StatedState, statedStates, toStatedState } from "./stated-state.ts";

const StateChangeConnection = connectionOf(
  StateChange,
  "StateChangeConnection",
  "이행 상태 변화",
  "changes of state",
);

@InputType(whereDescription("변화", "changes"))
export class StateChangeWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @DepartmentFilter("소관부서 이름(그 분기의).", "Names of departments in charge at the quarter.")
  department?: string[] | null;

  @QuarterFilter()
  quarter?: QuarterNumber[] | null;
}

@Resolver(() => Pledge)
export class StatedStateResolver {
  @Query(() => StateChangeConnection, {
    description: describe(
      "이행 상태가 달라진 공약, 새 분기부터, 공약번호 순. 처음 밝힌 상태와 밝히지 않은 분기는 변화가 아닙니다.",
      "Pledges whose state changed, latest quarter first, by code. Neither a first state nor silence is a change.",
    ),
  })
  async stateChanges(
    @Ctx() context: HubContext,
    @Arg("where", () => StateChangeWhere, {
      nullable: true,
      description: describe("조건.", "Which changes."),
    })
    where: StateChangeWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<StateChange>> {
    const knownAt = await context.knownAt(asOf);
    const page = pageOf(first ?? 50, after);
    const parameters = new Parameters();
    const time = parameters.add(knownAt);
    const cities = await municipalitiesListed(context, where?.municipality, knownAt);
    const known = `${knownIn(time)}${parameters.anyOf("municipality_id", "integer", cities)}`;
    const names = where?.department && parameters.add(where.department);
    // What the row of the quarter says, or the last before it that says anything.
    const inCharge = `(SELECT department_id FROM pledge_quarter AS told
      WHERE told.pledge_id = changed.pledge_id AND told.quarter <= changed.quarter AND department_id IS NOT NULL
        AND ${knownIn(time, "told")} ORDER BY told.quarter DESC, stated_by LIMIT 1)`;
    const rows = await context.database.query<{ before: StatedState; after: StatedState; count: number }[]>(
      `WITH said AS (${statedStates(known)}),
       changed AS (
         SELECT *, lag(state) OVER before AS earlier, lag(stated::text) OVER before AS earlier_stated
         FROM said WINDOW before AS (PARTITION BY pledge_id ORDER BY quarter)
       ),
       kept AS (
         SELECT * FROM changed WHERE state <> earlier${parameters.anyOf("quarter", "integer", where?.quarter)}
           ${names ? `AND ${inCharge} IN (SELECT id FROM department WHERE name = ANY(${names}))` : ""}
       )
       SELECT earlier_stated::json AS before, stated AS after, (SELECT count(*)::integer FROM kept) AS count
       FROM kept JOIN pledge ON pledge.id = pledge_id
       ORDER BY quarter DESC, kept.municipality_id, sort_code
       LIMIT ${parameters.add(Math.max(page.limit, 1))} OFFSET ${parameters.add(page.offset)}`,
      parameters.values,
    );
    const nodes = rows.map((row) =>
      Object.assign(new StateChange(), {
        knownAt,
        before: toStatedState(row.before),
        after: toStatedState(row.after),
      }),
    );
    return connection(page.limit ? nodes : [], rows[0]?.count ?? 0, page);
  }

  @FieldResolver(() => StatedState, {
    nullable: true,
    description: describe(
      "그 분기에 밝힌 이행 상태와 출처. 밝히지 않았으면 null.",
      "The state stated for a quarter, with its place; null where none is stated.",
    ),
  })
  async statedState(
    @Root() { id, knownAt }: Pledge,
    @Ctx() context: HubContext,
    @Arg("quarter", () => QuarterScalar, { description: describe("분기.", "The quarter.") })
    quarter: QuarterNumber,
  ): Promise<StatedState | null> {
    const found = await context.one(
      `stated state in ${quarter} at ${knownAt}`,
      id,
      (ids) =>
        context.database.query<{ pledge_id: number; stated: StatedState }[]>(
          statedStates(`pledge_id = ANY($1) AND quarter = $2 AND ${knownIn("$3")}`),
          [ids, quarter, knownAt],
        ),
      (row) => row.pledge_id,
    );
    return found && toStatedState(found.stated);
  }
}
