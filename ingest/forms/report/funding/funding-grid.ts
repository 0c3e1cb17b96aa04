import type { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import type { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import type { PeriodDraft, SourceLocation } from "../report-draft.ts";

/** A cell of the table as printed; `won` is null for a dash or a blank. */
export interface PrintedAmount {
  state: CellState;
  won: bigint | null;
  origin: SourceLocation;
}

/** The funding table: sources by periods, with totals. A total that the table does not have is null. */
export interface FundingGrid {
  sources: FundingSource[];
  periods: { label: string; period: PeriodDraft }[];
  /** By source, then by period. */
  cells: PrintedAmount[][];
  /** By source: the column 계. */
  sourceTotals: (PrintedAmount | null)[];
  /** By period: the row 계. */
  periodTotals: (PrintedAmount | null)[];
  grandTotal: PrintedAmount | null;
}
