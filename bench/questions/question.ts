/** An answer as all servers must give it: rows of plain values, lists within rows too. */
export type Row = Record<string, unknown>;

/** One question, as each of the servers is asked it. */
export interface Question {
  name: string;
  title: string;
  /** One statement for `$1` the municipality's id and `$2` the quarter; its columns are those of the row. */
  floor: string;
  /** GraphQL for the hub, and its rows in the answer. */
  hub: string;
  hubRows: (data: Answer) => Row[];
  /** Null for a question that only the hub and the floor are asked. */
  postGraphile: ForPostGraphile | null;
}

/** GraphQL for PostGraphile, and its rows in the answer. */
export interface ForPostGraphile {
  query: string;
  rows: (data: Answer) => Row[];
}

/** Answers have the shapes of their questions. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is that of the question beside it
export type Answer = any;
