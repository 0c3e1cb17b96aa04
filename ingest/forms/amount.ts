import { CellState } from "../../schema/subjects/release/cell-state.ts";

/** What a cell for an amount holds: a figure in whole won, none (a dash or a blank), or something that is no amount. */
export type AmountCell =
  | { state: CellState.VALUE; won: bigint }
  | { state: CellState.DASH | CellState.BLANK; won: null }
  | { problem: "NOT_A_NUMBER" | "NOT_WHOLE_WON" | "TOO_LARGE" };

/** Whole numbers beyond this one are not exact in JSON. */
const largest = BigInt(Number.MAX_SAFE_INTEGER);
/** No amount of a city needs more characters; what does is refused before it is computed. */
const longest = 40;
const dashes = /^[-‐‑‒–—―−ー]$/;
/** Whole digits, plain or in threes, and decimals. 1,5 and 12,34 fit neither way of writing and are refused. */
const digits = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/;

/**
 * Reads an amount as people write it: 3,905 · 106.5 · △12 · (12) · -12 · full-width digits, exact to the won.
 * `unitWon` is what 1 stands for: 1,000,000 in a column of 백만원. A dash alone or a blank is no figure, not 0.
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

/** Full-width digits and signs as ordinary ones. */
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
