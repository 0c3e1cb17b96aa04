/** Units of amounts in won, as headings and cells name them. */
const unitsWon = new Map([
  ["원", 1n],
  ["천원", 1_000n],
  ["만원", 10_000n],
  ["십만원", 100_000n],
  ["백만원", 1_000_000n],
  ["천만원", 10_000_000n],
  ["억원", 100_000_000n],
  ["십억원", 1_000_000_000n],
  ["백억원", 10_000_000_000n],
  ["조원", 1_000_000_000_000n],
]);
/** Other names of a unit. */
const synonyms = new Map([
  ["₩", "원"],
  ["￦", "원"],
  ["\\", "원"],
  ["KRW", "원"],
  ["1,000원", "천원"],
  ["10,000원", "만원"],
  ["1,000,000원", "백만원"],
  ["100,000,000원", "억원"],
]);

/** The units that messages and forms offer. */
export const unitsOfAmounts = ["원", "천원", "만원", "백만원", "억원"];

/** A unit of amounts by its name, in won; undefined if it is none. White space is already removed. */
export const unitWonOf = (name: string): bigint | undefined => unitsWon.get(synonyms.get(name) ?? name);

/** The name of a unit in won. */
export const unitName = (unitWon: bigint): string =>
  [...unitsWon].find(([, won]) => won === unitWon)?.[0] ?? `${unitWon}원`;

/** A figure and the unit that its cell prints with it. */
export interface FigureWithUnit {
  figure: string;
  unit: string;
}

/** Splits a figure from its unit: 1,234 천원 · ₩1,234 · △1,234원 · (78명). Null if it has none. Full-width signs are ASCII already. */
export function splitUnit(text: string): FigureWithUnit | null {
  const before = /^([-−–△▲+(]?\s*)(₩|￦|\\|KRW)\s*(.*)$/i.exec(text);
  if (before) return { figure: before[1]! + before[3]!, unit: "원" };
  const after = /^(.*\d)([^\d.,()]+)(\)?)$/.exec(text);
  if (!after) return null;
  const unit = after[2]!.replace(/\s+/g, "");
  return unit === "" ? null : { figure: after[1]! + after[3]!, unit };
}
