import { comparableKey, isPlain, withoutInvisible } from "../../../schema/core/invisible-characters.ts";
import { nearest } from "../../../schema/core/nearest.ts";
import { normalizeWord, yesNo } from "../../../schema/core/normalize-word.ts";
import type { CellType } from "../../../schema/feeds/cell.ts";
import { readableText } from "../../documents/readable-text.ts";
import { CellProblem } from "./cell-problem.ts";
import type { TextReader } from "./text-reader.ts";

/** Any text as a person reads it, without the characters that nobody sees. */
export const readPlainText: TextReader = (text) =>
  isPlain(text) && !text.includes("&") ? text : withoutInvisible(readableText(text)).trim();

/** A name or code that identifies a row: P1, P1 with U+200B and Ｐ１ are one. */
export const readKey: TextReader = (text) =>
  isPlain(text) && !text.includes("&") ? text : comparableKey(readableText(text));

/** A code of so many digits. */
export function readDigits(count: number): TextReader {
  const problem = new CellProblem(
    "NOT_A_NUMBER",
    `숫자 ${count}자리의 코드가 아닙니다. 코드를 확인하고, 합계나 설명 줄이면 지우십시오.`,
    `This is not a code of ${count} digits. Check it; if the row is a total or an explanation, delete it.`,
  );
  return (text) => {
    const code = comparableKey(text);
    return code.length === count && /^\d+$/.test(code) ? code : problem;
  };
}

/** Words of a choice are equal regardless of brackets and invisible characters too: (예비)사회적기업. */
const normalizeChoice = (word: string): string =>
  normalizeWord(withoutInvisible(word)).replace(/[()[\]]/g, "");

/** One of the choices of a column, in an official or another usual spelling → its English name. */
export function readChoice({ choices, spellings = {} }: CellType & { is: "choice" }): TextReader {
  const words = Object.keys(choices);
  const names = new Map([
    ...words.map((word): [string, string] => [normalizeChoice(word), choices[word]!]),
    ...Object.entries(spellings).map(([spelling, word]): [string, string] => [
      normalizeChoice(spelling),
      choices[word]!,
    ]),
  ]);
  return (text) => {
    const name = names.get(normalizeChoice(text));
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
const zeroBesideLetters = new CellProblem(
  "VALUE_UNKNOWN",
  "한 열에 숫자 0과 글자 O, X가 함께 있어 0이 ‘아니오’인지 O(예)인지 알 수 없습니다. 예 또는 아니오로 쓰십시오.",
  "The column has both the digit 0 and the letters O or X, so 0 may mean no, or be meant as O (yes). Write 예 (yes) or 아니오 (no).",
);

/** 예 · 아니오 · O · X · Y · N · 1 · 0. A column that uses both 0 and O or X is ambiguous. */
export function readYesNo(): TextReader {
  let hasZero = false;
  let hasLetters = false;
  return (text) => {
    const word = normalizeWord(withoutInvisible(text));
    const value = yesNo.get(word);
    if (value === undefined) return neither;
    hasZero ||= word === "0";
    hasLetters ||= word === "O" || word === "X";
    return hasZero && hasLetters && /^[0OX]$/.test(word) ? zeroBesideLetters : value;
  };
}

const notTenDigits = new CellProblem(
  "NOT_A_NUMBER",
  "열 자리 사업자등록번호가 아닙니다. 123-45-67890처럼 쓰십시오.",
  "This is not a ten-digit business registration number. Write it as 123-45-67890.",
);
/** 749-50-76503 → 7495076503. The check digit is checked separately, as a wrong one is only a warning. */
export const readBusinessNumber: TextReader = (text) => {
  if (isUsual(text)) return text.slice(0, 3) + text.slice(4, 6) + text.slice(7);
  const digits = withoutInvisible(text)
    .normalize("NFKC")
    .replace(/[-‐‑–−\s]/g, "");
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
/** No tax office has this number: 000-00-00000 is a placeholder, although its check digit is right. */
const noTaxOffice = "000";
/** Whether a ten-digit business number is one that a tax office may have given: its check digit is right. */
export function hasRightCheckDigit(businessNumber: string): boolean {
  if (businessNumber.startsWith(noTaxOffice)) return false;
  const digit = (index: number) => businessNumber.charCodeAt(index) - 0x30;
  let sum = Math.floor((digit(8) * 5) / 10);
  for (let index = 0; index < 9; index++) sum += digit(index) * weights[index]!;
  return (10 - (sum % 10)) % 10 === digit(9);
}
