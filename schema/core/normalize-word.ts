/** Words are equal regardless of blanks and middle dots: 기초·심화, 기초 / 심화. */
export const normalizeWord = (word: string): string =>
  word
    .replace(/[\s·ㆍ・•∙‧,/.]+/g, "")
    .normalize("NFKC")
    .toUpperCase();

const yes = [
  "예",
  "네",
  "Y",
  "YES",
  "TRUE",
  "1",
  "O",
  "ㅇ",
  "○",
  "◯",
  "〇",
  "●",
  "◎",
  "⭕",
  "V",
  "✓",
  "✔",
  "√",
  "☑",
  "유",
  "해당",
];
const no = ["아니오", "아니요", "N", "NO", "FALSE", "0", "X", "×", "✕", "✗", "❌", "무", "미해당", "비해당"];

/** Spellings of 예 and 아니오, as normalizeWord gives them. */
export const yesNo: ReadonlyMap<string, boolean> = new Map([
  ...yes.map((word): [string, boolean] => [normalizeWord(word), true]),
  ...no.map((word): [string, boolean] => [normalizeWord(word), false]),
]);
