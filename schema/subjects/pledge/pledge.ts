import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { code, entity, extend, integer, type LinkField, text, value } from "../../sql/entity.ts";
import { page, paged } from "../../sql/paged.ts";
import type { JoinSql } from "../../sql/row-sql.ts";
import { department, departmentLink } from "../department/department.ts";
import { joinMunicipality, municipality } from "../municipality/municipality.ts";
import { pageUrl } from "../municipality/page-url.ts";
import { pledgeAsOf } from "./pledge-as-of.ts";
import { PledgeState } from "./pledge-state.ts";
import { statedState, statedStates } from "./stated-state.ts";

const quarterArgument = (ko: string, en: string, isNullable: boolean) => ({
  quarter: { type: () => QuarterScalar, nullable: isNullable, description: { ko, en } },
});

/** A pledge as of a quarter: a row of `pledgeAsOf`. */
export const pledge = entity(
  "Pledge",
  {
    ko: "공약. 이름과 부서는 묻는 분기, 또는 그것을 밝힌 그 앞의 마지막 분기의 것입니다.",
    en: "A pledge. Title and department are those of the quarter in question, or of the last earlier quarter that states them.",
  },
  {
    code: code("code", "공약번호, 예: 1-4-2.", "Code of the pledge, e.g. 1-4-2."),
    title: text(
      "title",
      "공약명. 알려진 것이 없으면 공약번호.",
      "Title in Korean; the code if the title is unknown.",
    ),
    ...pageUrl("pledges", (row) => `${row}.code`),
    municipality: {
      is: "link",
      to: municipality,
      nullable: false,
      join: joinMunicipality,
      description: { ko: "공약을 낸 지자체.", en: "The municipality that made the pledge." },
    },
    department: departmentLink(
      "소관부서. 밝힌 곳이 없으면 null.",
      "The department in charge; null if none is stated.",
      true,
    ),
    state: value(
      () => PledgeState,
      (row, scope, { quarter }) => {
        const of = quarter == null ? `${row}.of_quarter` : scope.parameters.add(quarter);
        return `(SELECT state FROM pledge_quarter AS fact
          WHERE ${scope.sameMunicipality("fact", row)} AND fact.pledge_id = ${row}.id
            AND state IS NOT NULL AND fact.quarter = coalesce(${of}, fact.quarter)
          ORDER BY fact.quarter DESC, fact.stated_by LIMIT 1)`;
      },
      "그 분기의 이행 상태. 밝히지 않았으면 null.",
      "The state stated for a quarter; null if none is stated.",
      {
        nullable: true,
        arguments: quarterArgument(
          "분기. 빼면 상태를 밝힌 마지막 분기.",
          "The quarter; default: the latest that has a state.",
          true,
        ),
      },
    ),
    states: {
      is: "list",
      of: statedState,
      rows: (alias, scope, _, row) => ({
        from: `(${statedStates(scope)}) AS ${alias}`,
        where: `${alias}.municipality_id = ${row}.municipality_id AND ${alias}.pledge_id = ${row}.id`,
        order: `${alias}.quarter`,
      }),
      description: {
        ko: "분기마다 밝힌 이행 상태와 출처, 분기 순.",
        en: "The state stated for each quarter, with its citation, by quarter.",
      },
    },
    statedState: {
      is: "link",
      to: statedState,
      nullable: true,
      join: (row, alias, scope, { quarter }) => `LEFT JOIN LATERAL (
        SELECT * FROM (${statedStates(scope)}) AS states WHERE states.municipality_id = ${row}.municipality_id
          AND states.pledge_id = ${row}.id AND states.quarter = ${scope.parameters.add(quarter)}) AS ${alias} ON true`,
      description: {
        ko: "그 분기에 밝힌 이행 상태와 출처. 밝히지 않았으면 null.",
        en: "The state stated for a quarter, with its citation; null if none is stated.",
      },
      arguments: quarterArgument("분기.", "The quarter.", false),
    },
  },
);
paged(pledge, "공약", "pledges");

/** LEFT JOIN of the pledge that a row has in `pledge_id`, as of a quarter; `quarter` is SQL, null for the latest. */
export const joinPledge =
  (quarter: ((row: string) => string) | null): JoinSql =>
  (row, alias, scope) => {
    const ofRow = `SELECT * FROM pledge
      WHERE ${scope.ofMunicipality("pledge", `${row}.municipality_id`)} AND id = ${row}.pledge_id`;
    return `LEFT JOIN LATERAL ${pledgeAsOf(ofRow, quarter?.(row) ?? null, scope)} AS ${alias} ON true`;
  };

/** The link of a row that has `pledge_id` and `quarter`: the pledge as of that quarter. */
export const pledgeOfQuarter: LinkField = {
  is: "link",
  to: pledge,
  nullable: false,
  join: joinPledge((row) => `${row}.quarter`),
  description: {
    ko: "공약, 이 분기에 적힌 이름과 부서로.",
    en: "The pledge, with its title and department in this quarter.",
  },
};

/** The link of a row that may have a `pledge_id`: the pledge as of now. */
export const pledgeLink: LinkField = {
  is: "link",
  to: pledge,
  nullable: true,
  join: joinPledge(null),
  description: { ko: "딸린 공약. 없으면 null.", en: "The pledge it belongs to; null if there is none." },
};

extend(department, {
  pledges: page(
    pledge,
    (alias, scope, _, row) => {
      const all = pledgeAsOf(
        `SELECT * FROM pledge WHERE ${scope.ofMunicipality("pledge", `${row}.municipality_id`)}`,
        null,
        scope,
      );
      return {
        from: `${all} AS ${alias}`,
        where: `${alias}.department_id = ${row}.id`,
        order: `${alias}.sort_code`,
      };
    },
    {
      ko: "지금 소관하는 공약, 공약번호 순.",
      en: "The pledges that it is in charge of as of their latest quarter, by code.",
    },
  ),
});

extend(municipality, {
  pledgeCount: integer(
    (row, scope) => `(SELECT count(DISTINCT pledge_id)::integer FROM pledge_quarter AS fact
      WHERE ${scope.ofMunicipality("fact", `${row}.id`)} AND ${scope.valid("fact")})`,
    "공약 수.",
    "Number of pledges.",
  ),
});
