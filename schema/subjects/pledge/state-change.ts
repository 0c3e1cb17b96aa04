import { entity, type LinkField } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { pledgeOfQuarter } from "./pledge.ts";
import { statedState, statedStates } from "./stated-state.ts";

/** The state whose row has the id in a column. */
const stateLink = (column: string, ko: string, en: string): LinkField => ({
  is: "link",
  to: statedState,
  nullable: false,
  join: (row, alias, scope) => `LEFT JOIN pledge_quarter AS ${alias}
    ON ${scope.ofMunicipality(alias, `${row}.municipality_id`)} AND ${alias}.id = ${row}.${column}`,
  description: { ko, en },
});

/** A change of state: a row of `stateChanges`. */
export const stateChange = entity(
  "StateChange",
  {
    ko: "이행 상태가 앞서 밝힌 것과 달라진 공약.",
    en: "A pledge whose state differs from the one stated previously.",
  },
  {
    before: stateLink("earlier_id", "앞서 마지막으로 밝힌 상태.", "The last state stated previously."),
    after: stateLink("id", "달라진 상태.", "The new state."),
    pledge: { ...pledgeOfQuarter, description: { ko: "공약.", en: "The pledge." } },
  },
);
paged(stateChange, "이행 상태 변화", "changes of state");

/** SQL of the rows whose state differs from that of the same pledge's previous row. */
export const stateChanges = (scope: QueryScope): string => `
  SELECT changes.*, pledge.sort_code FROM (
    SELECT *, lag(id) OVER earlier AS earlier_id, lag(state) OVER earlier AS earlier_state
    FROM (${statedStates(scope)}) AS states
    WINDOW earlier AS (PARTITION BY municipality_id, pledge_id ORDER BY quarter)
  ) AS changes
  JOIN pledge ON ${scope.ofMunicipality("pledge", "changes.municipality_id")} AND pledge.id = changes.pledge_id
  WHERE changes.state <> changes.earlier_state`;
