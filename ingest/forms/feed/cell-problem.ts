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
