import type { MoneyUnit } from "../../schema/panels/column.ts";
import { hundredMillionWon, millionWon, thousandWon, wholeWon } from "../../schema/panels/columns.ts";

/** The sum of what is reported, in won, and whether anything is missing from it. */
export interface Total {
  /** Null where nothing is reported: a sum over nothing is not 0. */
  amount: number | null;
  complete: boolean;
}

/** Adds amounts in won; null is what is not reported. */
export function totalOf(amounts: readonly (number | null)[]): Total {
  const reported = amounts.filter((amount) => amount !== null);
  return {
    amount: reported.length === 0 ? null : reported.reduce((sum, amount) => sum + amount, 0),
    complete: reported.length === amounts.length,
  };
}

const amountFormat = new Intl.NumberFormat("ko-KR", { maximumFractionDigits: 8 });
const shareFormat = new Intl.NumberFormat("ko-KR", { style: "percent", maximumFractionDigits: 1 });

/** 3,752,500,000 won in 백만원 → 3,752.5: never shortened, so that the figure is found in the document. */
export const formatAmount = (won: number, unit: MoneyUnit): string => amountFormat.format(won / unit.won);

const moneyUnits: MoneyUnit[] = [hundredMillionWon, millionWon, thousandWon, wholeWon];

/** The largest unit, of at most so many won, in which every amount in won is at least 1: with two decimals each keeps three digits. */
export const unitFor = (amounts: readonly number[], largest: number): MoneyUnit =>
  moneyUnits.find(
    ({ won }) => won <= largest && amounts.every((amount) => amount === 0 || Math.abs(amount) >= won),
  ) ?? wholeWon;

/** 0.8292 → 82.9%. */
export const formatShare = (share: number): string => shareFormat.format(share);
