import { Int } from "type-graphql";
import { MonthScalar, QuarterScalar } from "../../core/scalars/scalars.ts";
import type { Dimension } from "./summary.ts";

/** Grouping by calendar year. */
export const byYear = {
  field: "year",
  type: () => Int,
  name: { ko: "해", en: "Year" },
  column: "year",
} satisfies Dimension;

/** Grouping by calendar quarter. */
export const byQuarter = {
  field: "quarter",
  type: () => QuarterScalar,
  name: { ko: "분기", en: "Quarter" },
  column: "quarter",
} satisfies Dimension;

/** Grouping by calendar month. */
export const byMonth = {
  field: "month",
  type: () => MonthScalar,
  name: { ko: "달", en: "Month" },
  column: "month",
} satisfies Dimension;
