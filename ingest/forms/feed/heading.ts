import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";

/** What 1 stands for under a unit of amounts, in won. */
const unitsWon = new Map([
  ["원", 1n],
  ["천원", 1_000n],
  ["백만원", 1_000_000n],
  ["억원", 100_000_000n],
]);

/** The units that the heading of a column of amounts may state. */
export const unitsOfAmounts = [...unitsWon.keys()];

/** A heading taken apart: 금액 (천원) → 금액, 천원. `unit` is null where none is stated. */
export interface Heading {
  name: string;
  unit: string | null;
}

/** Takes a heading apart, whatever blanks and full-width brackets it is written with. Both parts are without blanks. */
export function parseHeading(text: string): Heading {
  const compactText = text.normalize("NFKC").replace(/\s+/g, "");
  const match = /^([^([]+)[([](?:단위[:=]?)?([^()[\]]*)[)\]]$/.exec(compactText);
  return match ? { name: match[1]!, unit: match[2] || null } : { name: compactText, unit: null };
}

/** The heading of a column as it is printed: 금액(원). */
export const headingOf = ({ heading, unit }: FeedColumn): string => (unit ? `${heading}(${unit})` : heading);

/** What a heading is to a column: its heading, the same without the unit that it needs, or another one. */
export type HeadingMatch = "same" | "unit missing" | "other";

/** Compares a heading with a column. A count may leave its unit out; an amount and a percentage may not. */
export function matchHeading({ name, unit }: Heading, column: FeedColumn): HeadingMatch {
  if (name !== column.heading) return "other";
  if (column.type.is === "won") return unit !== null && unitsWon.has(unit) ? "same" : "unit missing";
  if (unit === null) return column.type.is === "percent" ? "unit missing" : "same";
  return unit === column.unit ? "same" : "other";
}

/** What 1 stands for in a column of amounts with this heading; 1 in all others. */
export const unitWonOf = ({ unit }: Heading): bigint => unitsWon.get(unit ?? "") ?? 1n;

/** The headings of a feed as they are printed. */
export const headingsOf = (feed: Feed): string[] => feed.columns.map(headingOf);
