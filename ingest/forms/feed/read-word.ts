import { nearest } from "../../../schema/core/nearest.ts";
import { normalizeWord, yesNo } from "../../../schema/core/normalize-word.ts";
import { CellProblem } from "./cell-problem.ts";
import type { TextReader } from "./text-reader.ts";

const formulaNotValue = new CellProblem(
  "VALUE_UNKNOWN",
  "값이 아니라 수식 또는 수식 오류입니다. 스프레드시트에서 ‘값 붙여넣기’를 한 뒤 저장하십시오.",
  "This is a formula or a formula error, not a value. Paste it as a value in the spreadsheet and save the file.",
);
const formulaOrError = /^(=|#(REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NULL!|NUM!)$)/;
/** Any text except formulas. */
export const readPlainText: TextReader = (text) => (formulaOrError.test(text) ? formulaNotValue : text);

/** One of the choices of a column → its English name. */
export function readChoice(choices: Readonly<Record<string, string>>): TextReader {
  const words = Object.keys(choices);
  const names = new Map(words.map((word) => [normalizeWord(word), choices[word]!]));
  return (text) => {
    const name = names.get(normalizeWord(text));
    if (name !== undefined) return name;
    const near = nearest(text, words);
    const all = words.join(", ");
    return new CellProblem(
      "VALUE_UNKNOWN",
      `허용된 값이 아닙니다. 가장 가까운 값은 ‘${near}’입니다. 사용할 수 있는 값: ${all}.`,
      `This is not one of the allowed words; the nearest is ${near}. Allowed: ${all}.`,
    );
  };
}

const neither = new CellProblem(
  "VALUE_UNKNOWN",
  "예도 아니오도 아닙니다. 예 또는 아니오로 쓰십시오.",
  "This is neither yes nor no. Write 예 (yes) or 아니오 (no).",
);
/** 예 · 아니오 */
export const readYesNo: TextReader = (text) => yesNo.get(normalizeWord(text)) ?? neither;

const notTenDigits = new CellProblem(
  "NOT_A_NUMBER",
  "열 자리 사업자등록번호가 아닙니다. 123-45-67890처럼 쓰십시오.",
  "This is not a ten-digit business registration number. Write it as 123-45-67890.",
);
/** 749-50-76503 → 7495076503. The check digit is checked separately, as a wrong one is only a warning. */
export const readBusinessNumber: TextReader = (text) => {
  if (isUsual(text)) return text.slice(0, 3) + text.slice(4, 6) + text.slice(7);
  const digits = text.normalize("NFKC").replace(/[-‐‑–−\s]/g, "");
  return /^\d{10}$/.test(digits) ? digits : notTenDigits;
};

/** Whether a business number is in the usual notation 749-50-76503; hand-written, as large files have one per line. */
function isUsual(text: string): boolean {
  if (text.length !== 12) return false;
  for (let index = 0; index < 12; index++) {
    const code = text.charCodeAt(index);
    if (index === 3 || index === 6 ? code !== 0x2d : code < 0x30 || code > 0x39) return false;
  }
  return true;
}

const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
/** Whether the check digit of a ten-digit business number is right. */
export function hasRightCheckDigit(businessNumber: string): boolean {
  const digit = (index: number) => businessNumber.charCodeAt(index) - 0x30;
  let sum = Math.floor((digit(8) * 5) / 10);
  for (let index = 0; index < 9; index++) sum += digit(index) * weights[index]!;
  return (10 - (sum % 10)) % 10 === digit(9);
}
