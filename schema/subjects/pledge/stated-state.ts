import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { entity, value } from "../../sql/entity.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { citation } from "../release/citation.ts";
import { PledgeState } from "./pledge-state.ts";

/** A state of progress stated for a quarter: a row of `statedStates`. */
export const statedState = entity(
  "StatedState",
  {
    ko: "한 분기에 밝힌 이행 상태와 그 출처.",
    en: "A state of progress stated for a quarter, with its citation.",
  },
  {
    quarter: value(() => QuarterScalar, "quarter", "분기.", "The quarter."),
    state: value(() => PledgeState, "state", "이행 상태.", "State of progress."),
    citation: {
      is: "part",
      of: citation,
      description: { ko: "출처.", en: "Source: document, line and quote." },
    },
  },
);

/**
 * SQL of the rows with a state, one per pledge and quarter: the feed's, if a feed and a report state the same quarter.
 */
export const statedStates = (scope: QueryScope): string => `
  SELECT DISTINCT ON (municipality_id, pledge_id, quarter) * FROM pledge_quarter
  WHERE ${scope.facts("pledge_quarter")} AND state IS NOT NULL
  ORDER BY municipality_id, pledge_id, quarter, stated_by`;
