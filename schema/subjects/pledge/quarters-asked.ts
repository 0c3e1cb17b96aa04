import { cumulativeQuarters, type QuarterSource } from "../../sql/summary/cumulative-quarters.ts";

/** The table expression `quarters` for what is asked of pledges: states are of one quarter, the last that has any. */
export const quartersAsked = (asked: Omit<QuarterSource, "table" | "isFigure">): string =>
  cumulativeQuarters({ ...asked, table: "pledge_quarter", isFigure: "state IS NOT NULL" });
