import type { CellValue } from "../../schema/feeds/feed.ts";

/** A row of a feed by the names of its fields, as the reader would read it. Null is written as a blank. */
export type SampleRow = Readonly<Record<string, CellValue>>;

/** What is printed where there is nothing to report: no figure, like a blank. */
export const dash = "-";

/** An amount in whole won, or how it is said that there is none. */
export type SampleAmount = bigint | typeof dash | null;
