import { CellState } from "../../schema/subjects/release/cell-state.ts";

/** The content of an amount cell: a figure in whole won, none (a dash or blank), or the problem with it. */
export type AmountCell =
  | { state: CellState.VALUE; won: bigint }
  | { state: CellState.DASH | CellState.BLANK; won: null }
  | { problem: "NOT_A_NUMBER" | "NOT_WHOLE_WON" | "TOO_LARGE" };

/** Larger integers are not exact in JSON. */
const largest = BigInt(Number.MAX_SAFE_INTEGER);
/** No real amount is longer; anything longer is rejected before it is computed. */
const longest = 40;
const dashes = /^[-‐‑‒–—―−ー]$/;
/** Digits, plain or grouped in threes, with decimals. 1,5 and 12,34 are rejected as ambiguous. */
const digits = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/;

/**
 * Reads an amount as people write it: 3,905 · 106.5 · △12 · (12) · -12 · full-width digits, exact to the won.
 * `unitWon` is the unit in won: 1,000,000 for 백만원. A dash or a blank means that there is no figure; it is not 0.
 */
export function parseAmount(text: string, unitWon: bigint): AmountCell {
  const trimmed = text.trim();
  if (trimmed.length > longest) return { problem: "NOT_A_NUMBER" };
  const amountText = narrow(trimmed).trim();
  if (amountText === "") return { state: CellState.BLANK, won: null };
  if (dashes.test(amountText)) return { state: CellState.DASH, won: null };
  const { unsigned, negative } = splitSign(amountText);
  const match = digits.exec(unsigned);
  if (!match || (match[1] === undefined && match[2] === undefined)) return { problem: "NOT_A_NUMBER" };
  const whole = (match[1] ?? "0").replaceAll(",", "");
  const decimals = match[2] ?? "";
  const scale = 10n ** BigInt(decimals.length);
  const scaled = BigInt(whole + decimals) * unitWon;
  if (scaled % scale !== 0n) return { problem: "NOT_WHOLE_WON" };
  const won = scaled / scale;
  return won > largest ? { problem: "TOO_LARGE" } : { state: CellState.VALUE, won: negative ? -won : won };
}

/** Full-width characters as ASCII. */
const narrow = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

function splitSign(amountText: string): { unsigned: string; negative: boolean } {
  const inBrackets = /^\((.*)\)$/s.exec(amountText);
  if (inBrackets) return { unsigned: inBrackets[1]!.trim(), negative: true };
  const signed = /^([-‐‑−–△▲+])\s*(.*)$/s.exec(amountText);
  return signed
    ? { unsigned: signed[2]!, negative: signed[1] !== "+" }
    : { unsigned: amountText, negative: false };
}
