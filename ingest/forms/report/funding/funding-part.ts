import type { QuarterNumber } from "../../../../schema/core/scalars/quarter.ts";
import { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import { Severity } from "../../../../schema/subjects/release/finding-code.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import { type FindingDraft, severityOf } from "../../../draft-finding.ts";
import { type TitleLabel, titleFindings } from "../checks/name-truncated.ts";
import { periodFindings } from "../checks/period-findings.ts";
import { compact, headingWords } from "../form/form-words.ts";
import { isUnit } from "../form/units.ts";
import { type GridCell, ownCells } from "../place/grid.ts";
import type { PlacedForm } from "../place/placed-form.ts";
import { locationOf, wordsOf } from "../place/printed.ts";
import type { CheckDraft, FundingDraft, ReportDraft } from "../report-draft.ts";
import { checkTotals } from "./funding-checks.ts";
import { type FundingTable, readFundingTable } from "./funding-table.ts";
import { findImpliedZeros } from "./implied-zeros.ts";

/** The content of the part 연도별 집행액. */
export interface Funding {
  hasTable: boolean;
  /** Whether the form's last row, 기타, is present. */
  hasLastRow: boolean;
  /** The heading of the part; null without amounts. */
  heading: ReportDraft["fundingHeading"];
  lines: FundingDraft[];
  checks: CheckDraft[];
  findings: FindingDraft[];
}

/** Reads the part and takes the paragraphs that were read. `quarter` is null if the report's quarter is unknown. */
export function readFunding(form: PlacedForm, title: string, quarter: QuarterNumber | null): Funding {
  const { funding, words, taken } = form;
  for (const block of funding) if (!Array.isArray(block) && isUnit(block.text)) taken.add(block);
  const table = readFundingTable(funding, words);
  if (!table)
    return { hasTable: false, hasLastRow: false, heading: null, lines: [], checks: [], findings: [] };
  const { checks, findings: mismatches } = checkTotals(table.grid);
  // Unreadable rows and cells are missing from the sums; their own errors suffice.
  const isWhole = table.findings.every((finding) => severityOf(finding) !== Severity.ERROR);
  takeTable(form, table);
  const lines = fundingLines(table);
  const heading = form.headings.get("FUNDING")!;
  return {
    hasTable: true,
    hasLastRow: table.grid.sources.includes(FundingSource.OTHER),
    heading: lines.length > 0 ? { title: headingWords(heading.text), origin: locationOf(heading) } : null,
    lines,
    checks,
    findings: [
      ...table.findings,
      ...periodFindings(heading, table, quarter),
      ...titleFindings(takeLabels(form, table, title), title),
      ...(isWhole ? mismatches : []),
    ],
  };
}

function fundingLines({ grid }: FundingTable): FundingDraft[] {
  const zeros = findImpliedZeros(grid);
  return grid.cells.flatMap((row, index) =>
    row.map(({ state, won, origin }, position): FundingDraft => {
      const isZero = zeros[index]![position]!;
      return {
        source: grid.sources[index]!,
        period: grid.periods[position]!.period,
        amount: isZero ? 0n : won,
        state: isZero ? CellState.IMPLIED_ZERO : state,
        origin,
      };
    }),
  );
}

/** Takes headings, labels and amounts, and units above and in the table; other columns and remarks are left. */
function takeTable(
  { funding, taken }: PlacedForm,
  { columns, rows, headings, heading, rejected }: FundingTable,
): void {
  const take = (cell: GridCell | undefined) => {
    for (const paragraph of cell?.paragraphs ?? []) taken.add(paragraph);
  };
  for (const row of [...headings, ...rejected]) row.cells.forEach(take);
  const indexes = [columns.source, columns.total, ...columns.periods.map(({ index }) => index)];
  for (const { cells } of rows) for (const index of indexes) if (index !== null) take(cells[index]);
  for (const block of funding)
    for (const row of Array.isArray(block) ? block : [])
      for (const { paragraphs } of ownCells(row))
        for (const one of paragraphs)
          if (isUnit(one.text) || isDash(one.text, row.line > heading.line)) taken.add(one);
}

/** A dash in a column without a heading says nothing. */
const isDash = (text: string, isInTable: boolean): boolean => isInTable && /^[\s-]*$/.test(text);

/** Takes text in the title column or between the rows that repeats the pledge's title, and returns it. */
function takeLabels(
  { taken }: PlacedForm,
  { columns, rows, between }: FundingTable,
  title: string,
): TitleLabel[] {
  const inColumn = rows.flatMap(({ cells }) => {
    const cell = columns.title === null ? undefined : cells[columns.title];
    const printed = cell && !cell.isContinued ? cell.paragraphs.filter(({ text }) => !isUnit(text)) : [];
    return printed.length > 0 ? [printed] : [];
  });
  const last = rows.at(-1)?.row.line ?? 0;
  const all: Paragraph[][] = [...inColumn, ...between.filter(({ line }) => line <= last).map((one) => [one])];
  const whole = compact(title);
  return all
    .filter((paragraphs) => whole.includes(compact(wordsOf(paragraphs))))
    .map((paragraphs) => {
      for (const paragraph of paragraphs) taken.add(paragraph);
      return { text: wordsOf(paragraphs), origin: locationOf(paragraphs[0]!) };
    });
}
