import { withoutInvisible } from "../../../schema/core/invisible-characters.ts";
import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";
import { unitWonOf } from "./money-units.ts";

/** A heading taken apart: 금액(천원, 부가세포함) → 금액; 천원, 부가세포함. */
export interface Heading {
  name: string;
  /** What its brackets say: a unit, remarks. Empty if it has none. */
  inBrackets: string[];
}

/** A text without white space and invisible characters, in half width. */
export const compact = (text: string): string =>
  withoutInvisible(text)
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[【〔〈]/g, "(")
    .replace(/[】〕〉]/g, ")");

/** What the brackets behind a unit's name say, taken apart; 1,000원 is one part. */
export function bracketParts(content: string): string[] {
  const parts = content.replace(/^(?:금액)?단위[:=]?/, "");
  if (parts === "" || unitWonOf(parts)) return parts === "" ? [] : [parts];
  return parts.split(/[,;/·]/).filter((part) => part !== "");
}

/** Parses a heading, ignoring white space, invisible characters and the width of brackets. */
export function parseHeading(text: string): Heading {
  const compactText = compact(text);
  const match = /^([^([]+)((?:[([][^()[\]]*[)\]])+)$/.exec(compactText);
  if (!match) return { name: compactText, inBrackets: [] };
  const contents = match[2]!.split(/[()[\]]/).filter((content) => content !== "");
  return { name: match[1]!, inBrackets: contents.flatMap(bracketParts) };
}

/** The heading of a column with its unit: 금액(원). */
export const headingOf = ({ heading, unit }: FeedColumn): string => (unit ? `${heading}(${unit})` : heading);

/** How a heading matches a column: fully, without the required unit, or not at all. */
export type HeadingMatch = "same" | "unit missing" | "other";

/** Compares a heading with a column. The unit is optional for counts, required for amounts and percentages. */
export function matchHeading({ name, inBrackets }: Heading, column: FeedColumn): HeadingMatch {
  if (name !== column.heading) return "other";
  if (column.type.is === "won") return inBrackets.filter(unitWonOf).length === 1 ? "same" : "unit missing";
  if (inBrackets.length === 0) return column.type.is === "percent" ? "unit missing" : "same";
  return column.unit && inBrackets.includes(column.unit) ? "same" : "other";
}

/** The unit of an amount column with this heading, in won; 1 for other columns. */
export const headingUnitWon = ({ inBrackets }: Heading): bigint =>
  unitWonOf(inBrackets.find(unitWonOf) ?? "") ?? 1n;

/** What the brackets of a heading say besides the unit: 부가세포함. */
export const remarksOf = ({ inBrackets }: Heading, column: FeedColumn): string[] =>
  inBrackets.filter((part) => (column.type.is === "won" ? !unitWonOf(part) : part !== column.unit));

/** The headings of a feed with their units. */
export const headingsOf = (feed: Feed): string[] => feed.columns.map(headingOf);

/** Headings that offices add for themselves, and that no figure depends on. */
const bookkeeping = /^(?:비고란?|연번|순번|번호|일련번호|no\.?|#|참고(?:사항)?|특이사항|메모)$/i;

/** Whether a column with a heading that no feed has can be read past without loss: 비고, 연번. */
export const isBookkeeping = ({ name }: Heading): boolean => bookkeeping.test(name);
