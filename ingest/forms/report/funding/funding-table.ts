import type { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { FindingDraft } from "../../../draft-finding.ts";
import { parseAmount } from "../../parse-amount.ts";
import type { FormWords } from "../form/form-words.ts";
import { findUnits, isUnit, type PrintedUnit, unitMissing, unitsContradict } from "../form/units.ts";
import { cellLocation, type GridCell, type GridRow, ownCells } from "../place/grid.ts";
import type { PartBlock } from "../place/placed-form.ts";
import { type FundingColumns, isFundingHeading, readFundingColumns } from "./funding-columns.ts";
import type { FundingGrid, PrintedAmount } from "./funding-grid.ts";
import { amountShared, checkTable, notAnAmount, repeatedRow } from "./funding-problems.ts";
import { checkRowLength, type FundingRow, isFundingRow, readFundingRow } from "./funding-rows.ts";

/** The funding table as printed. */
export interface FundingTable {
  heading: GridRow;
  columns: FundingColumns;
  rows: FundingRow[];
  grid: FundingGrid;
  findings: FindingDraft[];
  /** Paragraphs between its rows. */
  between: Paragraph[];
  /** Rows that repeat the heading, as over a page break. */
  headings: GridRow[];
  /** Rows that are rejected by a finding. */
  rejected: GridRow[];
}

/** Reads the table among the blocks of its part; undefined if there is no table. */
export function readFundingTable(blocks: PartBlock[], words: FormWords): FundingTable | undefined {
  const entries = blocks.flatMap((block): (Paragraph | GridRow)[] =>
    Array.isArray(block) ? block : [block],
  );
  /** The first rows of further tables, which are rows of this one only by their labels. */
  const firstRows = new Set(blocks.map((block) => (Array.isArray(block) ? block[0] : block)));
  const at = entries.findIndex((entry) => "cells" in entry && isFundingHeading(entry, words));
  if (at < 0) return undefined;
  const heading = entries[at] as GridRow;
  const columns = readFundingColumns(heading, words);
  const units = findUnits(unitParagraphs(entries, heading));
  const findings = [...columns.findings, ...unitFindings(units, heading)];
  const table: Omit<FundingTable, "grid" | "findings"> = {
    ...{ heading, columns, rows: [], between: [], headings: [heading], rejected: [] },
  };
  let follows = true;
  for (const entry of entries.slice(at + 1)) {
    if (!("cells" in entry)) {
      table.between.push(entry);
      follows = false;
      continue;
    }
    if (firstRows.has(entry)) follows = false;
    if (isSameHeading(entry, heading)) table.headings.push(entry);
    else if (isFundingRow(entry, columns, words, follows)) {
      findings.push(...addRow(entry, table, words));
      follows = true;
    } else if (ownCells(entry).length > 0) follows = false;
  }
  findings.push(...checkTable(columns, table.rows));
  const grid = readGrid(columns, table.rows, units[0]?.won ?? null, findings);
  return { ...table, grid, findings };
}

function addRow(
  entry: GridRow,
  { columns, rows, rejected }: Pick<FundingTable, "columns" | "rows" | "rejected">,
  words: FormWords,
): FindingDraft[] {
  const row = readFundingRow(entry, columns, words);
  if (Array.isArray(row)) {
    rejected.push(entry);
    return row;
  }
  if (rows.some(({ source }) => source === row.source)) {
    rejected.push(entry);
    return [repeatedRow(row, columns)];
  }
  rows.push(row);
  return checkRowLength(row, columns);
}

const isSameHeading = (row: GridRow, heading: GridRow): boolean =>
  row.cells.length === heading.cells.length &&
  row.cells.every(({ text }, index) => text === heading.cells[index]!.text);

/** What may print the unit: the text around the table, its heading with the rows above, and cells with nothing else. */
function unitParagraphs(entries: (Paragraph | GridRow)[], heading: GridRow): Paragraph[] {
  return entries.flatMap((entry) => {
    if (!("cells" in entry)) return [entry];
    const all = ownCells(entry).flatMap(({ paragraphs }) => paragraphs);
    return entry.line <= heading.line ? all : all.filter(({ text }) => isUnit(text));
  });
}

function unitFindings([first, second]: PrintedUnit[], heading: GridRow): FindingDraft[] {
  if (first && second) return [unitsContradict(first, second)];
  if (first?.won) return [];
  const place = first?.origin ?? cellLocation(heading, ownCells(heading)[0]!);
  return [unitMissing(place, first?.name)];
}

/** Cells are read even without a unit, so that all errors of the file are reported at once. */
function readGrid(
  columns: FundingColumns,
  rows: FundingRow[],
  unitWon: bigint | null,
  findings: FindingDraft[],
): FundingGrid {
  const amount = (row: FundingRow | undefined, index: number | null): PrintedAmount | null => {
    const cell = row && index !== null ? row.cells[index] : undefined;
    if (!row || index === null || !cell) return null;
    const origin = cellLocation(row.row, cell);
    const parsed = parseAmount(cell.text, unitWon ?? 1n);
    if (isShared(cell)) {
      findings.push(amountShared(origin));
      return null;
    }
    if (!("problem" in parsed)) return { ...parsed, origin };
    if (unitWon === null && parsed.problem === "NOT_WHOLE_WON") return null;
    findings.push(notAnAmount(origin, columns, index, row, parsed.problem));
    return null;
  };
  const total = rows.find(({ source }) => source === "TOTAL");
  const bySource = rows.filter(({ source }) => source !== "TOTAL");
  const { periods } = columns;
  return {
    sources: bySource.map(({ source }) => source as FundingSource),
    periods,
    // An unreadable cell is an error that rejects the report, so its placeholder is never seen.
    cells: bySource.map((row) =>
      periods.map(
        ({ index }) => amount(row, index) ?? { state: CellState.BLANK, won: null, origin: placeOf(row) },
      ),
    ),
    sourceTotals: bySource.map((row) => amount(row, columns.total)),
    periodTotals: periods.map(({ index }) => amount(total, index)),
    grandTotal: amount(total, columns.total),
  };
}

/** One figure in a cell merged over several places is the amount of none of them. */
const isShared = ({ isMerged, text }: GridCell): boolean => isMerged && /\d/.test(text);

const placeOf = ({ row }: FundingRow) => ({ line: row.line, column: null, quote: "" });
