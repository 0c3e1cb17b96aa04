import type { KeptSums } from "../../sql/summary/kept-sums.ts";

/** Learners by quarter and kind of course. */
export const enrollmentSums: KeptSums = {
  table: "enrollment_sums",
  facts: "course_quarter",
  keys: { quarter: "integer", kind: "course_kind" },
  values: ["target", "enrolled", "completed"],
  changedBy: [{ table: "course_quarter" }],
  lines: (facts) => `
    SELECT municipality_id, quarter, kind, target::bigint, enrolled::bigint, completed::bigint FROM ${facts} AS fact`,
};
