import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";

/** The units of amounts in won. */
const unitsWon = new Map([
  ["원", 1n],
  ["천원", 1_000n],
  ["백만원", 1_000_000n],
  ["억원", 100_000_000n],
]);

/** The units that the heading of an amount column may have. */
export const unitsOfAmounts = [...unitsWon.keys()];

/** A heading taken apart: 금액 (천원) → 금액, 천원. `unit` is null if there is none. */
export interface Heading {
  name: string;
  unit: string | null;
}

/** Parses a heading, ignoring white space and full-width brackets. Both parts are without white space. */
export function parseHeading(text: string): Heading {
  const compactText = text.normalize("NFKC").replace(/\s+/g, "");
  const match = /^([^([]+)[([](?:단위[:=]?)?([^()[\]]*)[)\]]$/.exec(compactText);
  return match ? { name: match[1]!, unit: match[2] || null } : { name: compactText, unit: null };
}

/** The heading of a column with its unit: 금액(원). */
export const headingOf = ({ heading, unit }: FeedColumn): string => (unit ? `${heading}(${unit})` : heading);

/** How a heading matches a column: fully, without the required unit, or not at all. */
export type HeadingMatch = "same" | "unit missing" | "other";

/** Compares a heading with a column. The unit is optional for counts, required for amounts and percentages. */
export function matchHeading({ name, unit }: Heading, column: FeedColumn): HeadingMatch {
  if (name !== column.heading) return "other";
  if (column.type.is === "won") return unit !== null && unitsWon.has(unit) ? "same" : "unit missing";
  if (unit === null) return column.type.is === "percent" ? "unit missing" : "same";
  return unit === column.unit ? "same" : "other";
}

/** The unit of an amount column with this heading, in won; 1 for other columns. */
export const unitWonOf = ({ unit }: Heading): bigint => unitsWon.get(unit ?? "") ?? 1n;

/** The headings of a feed with their units. */
export const headingsOf = (feed: Feed): string[] => feed.columns.map(headingOf);
