import type { Cell } from "../panel-table/cell.ts";
import type { BoardFigure } from "./board-figures.ts";

/** A figure of a board that differs before and after a release. */
export interface MovedFigure extends Omit<BoardFigure, "cell"> {
  /** Null if the board did not show it before. */
  before: Cell | null;
  /** Null if the board no longer shows it. */
  after: Cell | null;
}

type Figures = ReadonlyMap<string, BoardFigure>;

/** The figures that differ, in the order of the boards; a figure that is not reported and one that is not shown are alike. */
export function movedFigures(before: Figures, after: Figures): MovedFigure[] {
  const keys = [...after.keys(), ...[...before.keys()].filter((key) => !after.has(key))];
  return keys.flatMap((key) => {
    const [earlier, later] = [before.get(key), after.get(key)];
    const [one, other] = [earlier?.cell ?? null, later?.cell ?? null];
    if (isSame(one, other)) return [];
    const { cell: _, ...place } = (later ?? earlier)!;
    return [{ ...place, before: one, after: other }];
  });
}

const isSame = (one: Cell | null, other: Cell | null): boolean =>
  (one?.value ?? null) === (other?.value ?? null) &&
  one?.ratio?.numerator === other?.ratio?.numerator &&
  one?.ratio?.denominator === other?.ratio?.denominator;

const number = new Intl.NumberFormat("ko-KR", { maximumFractionDigits: 8, signDisplay: "exceptZero" });
const points = new Intl.NumberFormat("ko-KR", { maximumFractionDigits: 2, signDisplay: "exceptZero" });

/** By how much a figure moves, with its unit: rates in percentage points. Null if there is no number on one side. */
export function movement({ before, after, column }: MovedFigure): string | null {
  if (typeof before?.value !== "number" || typeof after?.value !== "number") return null;
  const difference = after.value - before.value;
  if (column.kind === "rate" || column.kind === "fraction") return `${points.format(difference * 100)}%p`;
  // Amounts in 억원 are binary fractions of won.
  return `${number.format(Number(difference.toFixed(8)))}${column.unit ?? ""}`;
}

/** A figure as a board shows it, with its unit and the parts of a rate. */
export const figureText = (cell: Cell | null, unit: string | null): string => {
  if (cell === null) return "없음";
  if (cell.parts) return `${cell.text} (${cell.parts})`;
  return typeof cell.value === "number" ? `${cell.text}${unit ?? ""}` : cell.text;
};
