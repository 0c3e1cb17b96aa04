import type { CellValue } from "../../../schema/feeds/feed.ts";

/** Ids by name or code. */
export type Ids = ReadonlyMap<string, CellValue>;
