import type { LanguageCode } from "../../schema/core/localized.ts";
import { particle } from "../../schema/core/particle.ts";
import type { Coverage, PanelTable, TableRow } from "./panel-table.ts";

/**
 * Whether part of what a row's figures are about is missing, so that they compare with no other. A row of what is not
 * reported, as pledges without a state, is no such row: it is all there.
 */
export function isPartial({ coverage, cells }: TableRow, category: string | null): boolean {
  if (!coverage || coverage.reporting >= coverage.expected) return false;
  return category === null || cells[category]?.value !== null;
}

/** 3/5, as it stands beside the name of a row. */
export const coverageMark = ({ reporting, expected }: Coverage): string => `${reporting}/${expected}`;

/** Which rates count less than the amounts beside them show, and so differ from their quotient; null if none does. */
export function rateNote({ panel, columns, rows, language }: PanelTable): string | null {
  const labelOf = (name: string) => columns.find((column) => column.name === name)?.label ?? name;
  const notes = Object.entries(panel.columns).flatMap(([name, column]) => {
    if (column.kind !== "rate" || !column.beside) return [];
    const [numerator, denominator] = column.beside;
    const counted = (row: TableRow) =>
      row.cells[name]?.ratio && !isWhole(row, name, [numerator, denominator], column.parts.won ?? 1);
    if (!rows.some(counted)) return [];
    return [noteIn(language, labelOf(name), labelOf(numerator), labelOf(denominator))];
  });
  return notes.length > 0 ? notes.join(" ") : null;
}

/** Whether the parts of a rate are the amounts beside it, which are rounded to the unit that they are shown in. */
function isWhole({ cells }: TableRow, rate: string, beside: readonly [string, string], won: number): boolean {
  const { numerator, denominator } = cells[rate]!.ratio!;
  return [numerator, denominator].every((part, at) => {
    const amount = cells[beside[at]!]?.value;
    return typeof amount === "number" && Math.abs(part - amount * won) <= Math.max(1, Math.abs(part) * 1e-9);
  });
}

const noteIn = (language: LanguageCode, rate: string, numerator: string, denominator: string): string =>
  language === "ko"
    ? `${particle(rate, "은")} ${particle(numerator, "과")} ${particle(denominator, "이")} 다 보고된 것만 세므로, 옆의 두 값을 나눈 것과 다릅니다.`
    : `${rate} counts only what has both ${numerator.toLowerCase()} and ${denominator.toLowerCase()}, so it is not the quotient of the two beside it.`;
