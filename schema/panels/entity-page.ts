import type { Localized } from "../core/localized.ts";
import type { Column } from "./column.ts";

/** A table on the page of an entity. */
export interface EntityTable {
  title: Localized;
  /** Dotted path of its rows in the answer. */
  rows: string;
  columns: Record<string, Column>;
  /** Dotted path of the number of all rows in the answer, if `rows` may be the first of a longer list. */
  total?: string;
}

/**
 * The page of one entity, such as a pledge: `/pledges/41280/1-4-2`, with the answer to its query at the same address
 * followed by `.json`. The query has the variables `$ofMunicipality` and `$knownAt`, and one for each key.
 */
export interface EntityPage {
  /** First part of its address, and of the entity's field `url`. */
  folder: string;
  /** What the entity is. */
  kind: Localized;
  /** The parts of the address after the municipality: their names, and the variables that they are passed as. */
  keys: Readonly<Record<string, { passedAs: string; isNumber?: true }>>;
  question: string;
  /** Dotted path of the entity in the answer. Null there: it was not known at the time. */
  entity: string;
  /** The heading: a column of the entity. */
  title: Column;
  /** What is said of the entity in a line each; null values are shown as not reported. */
  facts: Readonly<Record<string, Column>>;
  tables: readonly EntityTable[];
  /** Names of panels that are shown with the entity chosen: `choices` are the panel's variables by the keys. */
  panels?: readonly { name: string; choices: Readonly<Record<string, string>> }[];
}
