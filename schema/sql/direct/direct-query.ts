import type { HubContext, KnownAt } from "../../core/context.ts";
import type { Selected } from "./selected.ts";

/** What is asked of a query. */
export interface DirectQuestion {
  context: HubContext;
  arguments: Readonly<Record<string, unknown>>;
  fields: readonly Selected[];
  knownAt: KnownAt;
}

/** A column that every direct statement has: the number of the newest release that it could see. */
export const newestRelease =
  "coalesce((SELECT number FROM release ORDER BY number DESC LIMIT 1), 0) AS newest_release";

/** One statement that gives one row, and the JSON text that this row makes the answer. */
export interface DirectStatement {
  text: string;
  values: unknown[];
  json(row: Readonly<Record<string, unknown>>): string;
}

/**
 * Answers a query by one statement whose JSON PostgreSQL writes, instead of resolvers a field. It must give the very
 * answer that these give. Throws NotDirect where it cannot, a HubError where the question is refused.
 */
export type DirectQuery = (question: DirectQuestion) => Promise<DirectStatement>;

/** The JSON text of an object whose fields are JSON text. */
export const joined = (fields: readonly (readonly [key: string, json: string])[]): string =>
  `{${fields.map(([key, json]) => `"${key}":${json}`).join(",")}}`;
