import type { CellValue } from "../../../schema/feeds/cell.ts";

/** Ids by name or code. */
export type Ids = ReadonlyMap<string, CellValue>;
