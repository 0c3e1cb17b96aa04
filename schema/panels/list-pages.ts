import type { Panel } from "./panel.ts";

/** Declares the variables of a query whose rows are pages of a list; by default this many rows, which a page shows. */
export const listVariables = (first: number): string => `$mostRows: Int = ${first}, $after: String`;

/** Arguments of that list. */
export const listArguments = "first: $mostRows, after: $after";

/** Fields of that list besides its nodes. */
export const listFields = "totalCount pageInfo { hasNextPage endCursor }";

/** Dotted path of the list whose pages hold the rows of a panel; null if its rows are not in pages. */
export const listOf = ({ rows, question }: Pick<Panel, "rows" | "question">): string | null =>
  rows.endsWith(".nodes") && question.includes("$after") ? rows.slice(0, -".nodes".length) : null;

/** Whether a panel's query can be asked for more rows than its page shows. */
export const isCut = ({ question }: Pick<Panel, "question">): boolean => question.includes("$mostRows");
