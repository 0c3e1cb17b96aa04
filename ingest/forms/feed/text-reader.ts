import type { CellResult } from "./cell-problem.ts";

/** Parses a non-blank cell. `isNumber`: a workbook stores it as a plain number. */
export type TextReader = (text: string, isNumber: boolean) => CellResult;
