import type { CellValue } from "../../schema/feeds/feed.ts";

/** A row of a feed by the names of its fields, as the reader would read it. Null is written as a blank. */
export type SampleRow = Readonly<Record<string, CellValue>>;

/** Printed if there is nothing to report; like a blank, it is not a figure. */
export const dash = "-";

/** An amount in whole won; null (blank) or a dash if there is none. */
export type SampleAmount = bigint | typeof dash | null;
