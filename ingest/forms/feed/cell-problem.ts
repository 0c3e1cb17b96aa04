import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { FindingCode } from "../../../schema/subjects/release/finding-code.ts";

/** Why a cell is invalid in its column, and how to correct it. */
export class CellProblem {
  readonly code: FindingCode;
  readonly ko: string;
  readonly en: string;

  constructor(code: FindingCode, ko: string, en: string) {
    this.code = code;
    this.ko = ko;
    this.en = en;
  }
}

/** A value that is read, with a warning or note about its cell: a date with the wrong weekday. */
export class FlaggedValue {
  readonly value: CellValue;
  readonly finding: CellProblem;

  constructor(value: CellValue, finding: CellProblem) {
    this.value = value;
    this.finding = finding;
  }
}

/** What a cell is read as. */
export type CellResult = CellValue | CellProblem | FlaggedValue;
