import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import type { FundingGrid, PrintedAmount } from "./funding-grid.ts";

/**
 * A figure of the table; `amount` is null while unknown. `sums` are the lists of figures that add up to it;
 * empty for a cell.
 */
interface Figure {
  amount: bigint | null;
  sums: Figure[][];
}

/**
 * Which blank cells the printed totals prove to be zero, by source and period. If a total equals the sum of the known
 * figures among its parts and no amount in the table is negative, the other parts are zero; a single unknown
 * part is the remainder. A total proved this way counts like a printed one, until nothing more follows.
 * A dash adds nothing and proves nothing.
 */
export function findImpliedZeros(grid: FundingGrid): boolean[][] {
  const cells = grid.cells.map((row) => row.map(cellFigure));
  const sourceTotals = cells.map((row, source) => totalFigure(grid.sourceTotals[source], [row]));
  const periodTotals = grid.periods.map((_, period) =>
    totalFigure(grid.periodTotals[period], [cells.map((row) => row[period]!)]),
  );
  const totals = [
    ...sourceTotals,
    ...periodTotals,
    totalFigure(grid.grandTotal, [sourceTotals, periodTotals]),
  ];
  const mayBeNegative = [...cells.flat(), ...totals].some(({ amount }) => amount !== null && amount < 0n);
  const blanks = cells.map((row) => row.map(({ amount }) => amount === null));
  // Each step determines at least one more figure, so this terminates.
  while (totals.some((total) => total.sums.some((parts) => followUp(total, parts, mayBeNegative)))) {}
  return cells.map((row, source) =>
    row.map(({ amount }, period) => blanks[source]![period]! && amount === 0n),
  );
}

const cellFigure = ({ state, won }: PrintedAmount): Figure => ({
  amount: state === CellState.DASH ? 0n : won,
  sums: [],
});

/** A total with a dash is unknown, like a blank one. */
const totalFigure = (printed: PrintedAmount | null | undefined, sums: Figure[][]): Figure => ({
  amount: printed?.won ?? null,
  sums,
});

/** Draws the conclusions from one sum; true if there were any. */
function followUp(total: Figure, parts: Figure[], mayBeNegative: boolean): boolean {
  const unknown = parts.filter(({ amount }) => amount === null);
  if (total.amount === null) {
    if (unknown.length > 0) return false;
    total.amount = sum(parts.map(({ amount }) => amount!));
    return true;
  }
  if (unknown.length === 0) return false;
  if (!mayBeNegative && total.amount === sum(parts.map(least))) {
    for (const figure of unknown) figure.amount = least(figure);
    return true;
  }
  const rest = total.amount - sum(parts.map(({ amount }) => amount ?? 0n));
  const [last, ...others] = unknown;
  // A blank cell that should not be zero stays unknown: its total does not add up and is reported.
  const isPossible = last!.sums.length === 0 ? rest === 0n : mayBeNegative || rest >= least(last!);
  if (others.length > 0 || !isPossible) return false;
  last!.amount = rest;
  return true;
}

/** The lower bound of a figure if no amount is negative. */
function least({ amount, sums }: Figure): bigint {
  if (amount !== null) return amount;
  const [first = 0n, second = 0n] = sums.map((parts) => sum(parts.map(least)));
  return [first, second].find((one) => one >= first && one >= second)!;
}

const sum = (amounts: bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
