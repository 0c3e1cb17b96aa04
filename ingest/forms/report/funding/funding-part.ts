import type { QuarterNumber } from "../../../../schema/core/scalars/quarter.ts";
import { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import { findingSeverity, Severity } from "../../../../schema/subjects/release/finding-code.ts";
import type { FindingDraft } from "../../../draft-finding.ts";
import { titleFindings } from "../checks/name-truncated.ts";
import { periodFindings } from "../checks/period-findings.ts";
import { textOf } from "../header/header.ts";
import type { Fragment } from "../layout/fragments.ts";
import { type Cell, isBlank, type Line } from "../layout/lines-and-cells.ts";
import { compact, plainText } from "../layout/markup.ts";
import { isUnitLine } from "../layout/units.ts";
import type { CheckDraft, FundingDraft } from "../report-draft.ts";
import { checkTotals } from "./funding-checks.ts";
import { type FundingTable, readFundingTable } from "./funding-table.ts";
import { findImpliedZeros } from "./implied-zeros.ts";

/** The content of the part 연도별 집행액; `unread` is its text outside of the table. */
export interface Funding {
  hasTable: boolean;
  /** Whether the form's last row, 기타, is present. */
  hasLastRow: boolean;
  lines: FundingDraft[];
  checks: CheckDraft[];
  findings: FindingDraft[];
  unread: Fragment[];
}

/** Reads the part; its first line is its heading. `quarter` is null if the report's quarter is unknown. */
export function readFunding(lines: Line[], title: string, quarter: QuarterNumber | null): Funding {
  const table = readFundingTable(lines);
  if (!table) {
    const others = lines.slice(1).filter((line) => !isUnitLine(line));
    return {
      hasTable: false,
      hasLastRow: false,
      lines: [],
      checks: [],
      findings: [],
      unread: others.flatMap(textOf),
    };
  }
  const { checks, findings: mismatches } = checkTotals(table.grid);
  // Unreadable rows and cells are missing from the sums; their own errors suffice.
  const isWhole = table.findings.every(({ code }) => findingSeverity[code] !== Severity.ERROR);
  const labels = titleLabels(table, title);
  return {
    hasTable: true,
    hasLastRow: table.grid.sources.includes(FundingSource.OTHER),
    lines: fundingLines(table),
    checks,
    findings: [
      ...table.findings,
      ...periodFindings(lines[0]!, table, quarter),
      ...titleFindings(labels.read, title),
      ...(isWhole ? mismatches : []),
    ],
    unread: [...labels.unread, ...table.rows.flatMap((row) => besides(row, table))],
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

/** Text in the title column or on a line between the rows that repeats the pledge's title; the rest is unread. */
function titleLabels(table: FundingTable, title: string): { read: Fragment[]; unread: Fragment[] } {
  const { columns, rows, others } = table;
  const inColumn = rows.flatMap(({ line, cells }) => {
    const cell = columns.title === null ? undefined : cells[columns.title];
    return cell && !isBlank(cell.raw) ? [fragmentOf(line, cell)] : [];
  });
  const last = rows.at(-1)?.line.number ?? 0;
  const all = [...inColumn, ...others.flatMap(textOf)];
  const whole = title.replace(/\s+/g, "");
  const isLabel = ({ line, raw }: Fragment) => line <= last && whole.includes(compact(raw));
  return { read: all.filter(isLabel), unread: all.filter((fragment) => !isLabel(fragment)) };
}

/** The cells of a row without a heading, and its remarks. */
function besides({ line, cells }: FundingTable["rows"][number], { columns }: FundingTable): Fragment[] {
  const columnIndexes = new Set([
    columns.title,
    columns.source,
    columns.total,
    ...columns.periods.map(({ index }) => index),
  ]);
  const dash = ({ raw }: Cell) => /^[\s-]*$/.test(plainText(raw));
  return cells.flatMap((cell, index) =>
    cell && !columnIndexes.has(index) && !dash(cell) ? [fragmentOf(line, cell)] : [],
  );
}

const fragmentOf = (line: Line, cell: Cell): Fragment => ({
  line: line.number,
  column: cell.column,
  raw: cell.raw,
  apart: true,
});
