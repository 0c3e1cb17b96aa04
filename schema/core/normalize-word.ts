/** Words are equal regardless of blanks and middle dots: 기초·심화, 기초 / 심화. */
export const normalizeWord = (word: string): string =>
  word
    .replace(/[\s·ㆍ・•∙‧,/.]+/g, "")
    .normalize("NFKC")
    .toUpperCase();

/** Spellings of 예 and 아니오. */
export const yesNo: ReadonlyMap<string, boolean> = new Map([
  ["예", true],
  ["Y", true],
  ["TRUE", true],
  ["아니오", false],
  ["아니요", false],
  ["N", false],
  ["FALSE", false],
]);
