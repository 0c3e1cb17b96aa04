import { type CellValue, type Feed, measureOf } from "../../../schema/feeds/feed.ts";
import { tableColumn } from "../../../schema/feeds/feed-table.ts";
import { FundingPhase } from "../../../schema/subjects/funding/funding-kinds.ts";
import { CellState } from "../../../schema/subjects/release/cell-state.ts";

/** A column of a feed's table. Keys tell rows apart, values can be corrected, extras go with the value. */
export interface StoredColumn {
  name: string;
  role: "key" | "value" | "extra";
  /** Name in `changes`, for values. */
  measure?: string;
}

/** A row for the table: what stands in each of its columns. */
export interface StoredRow {
  line: number;
  values: CellValue[];
}

/** Where a field of a row stands in its line, and what it shows. */
export type FindCell = (line: number, field: string) => { column: number | null; quote: string };

/** Where the rows of a feed go. */
export interface FeedStore {
  table: string;
  columns: StoredColumn[];
  /** For each column of the feed, the feed that knows what stands in it; undefined where it stands for itself. */
  references: (string | undefined)[];
  /** Columns with one value for all rows of the feed: told apart from rows of other origin. */
  fixed: Record<string, string>;
  /** The rows for one row of the feed, whose `values` are in the order of the feed's columns, references resolved. */
  rowsOf(row: StoredRow, findCell: FindCell): StoredRow[];
}

/** The columns of one role, as SQL names them. */
export const namesOf = (store: FeedStore, role: StoredColumn["role"]): string[] =>
  store.columns.filter((column) => column.role === role).map((column) => `"${column.name}"`);

/** Columns that tell the rows of one part of a document apart: the line, and what it says. */
export const rowColumns = (store: FeedStore): string[] => [
  "line",
  ...store.columns.map((column) => `"${column.name}"`),
];

/** All columns that a row fills: whose it is, since which release, where it was read, and what it says. */
export const factColumns = (store: FeedStore): string[] => [
  ...["municipality_id", "known_from", ...Object.keys(store.fixed), "document_id", "sheet"],
  ...rowColumns(store),
];

/** SQL that leaves out rows of other origin, of the table named `known`. */
export const fixedWhere = (store: FeedStore): string =>
  Object.entries(store.fixed)
    .map(([name, value]) => ` AND known.${name} = '${value}'`)
    .join("");

/** The store of a feed whose rows are rows of a table. */
export function storeOf(feed: Feed): FeedStore {
  if (feed.name === "budget") return budgetStore;
  if (feed.name === "pledge") return pledgeStore;
  const columns = feed.columns.map((column) => ({
    name: tableColumn(column),
    role: column.key ? ("key" as const) : ("value" as const),
    measure: measureOf(column),
  }));
  return {
    table: feed.table,
    columns,
    references: feed.columns.map((column) => column.references),
    fixed: {},
    rowsOf: (row) => [row],
  };
}

/** A row of the pledge feed is a statement about a pledge at a quarter. */
const pledgeStore: FeedStore = {
  table: "pledge_quarter",
  columns: [
    { name: "pledge_id", role: "key" },
    { name: "quarter", role: "key" },
    { name: "title", role: "value", measure: "title" },
    { name: "department_id", role: "value", measure: "department" },
    { name: "state", role: "value", measure: "state" },
    { name: "column", role: "extra" },
    { name: "quote", role: "extra" },
  ],
  references: ["pledge", undefined, "department", undefined, undefined],
  fixed: { stated_by: "FEED" },
  rowsOf: ({ line, values }, findCell) => {
    const [code, title, department, quarter, state] = values;
    const { column, quote } = findCell(line, "title");
    return [{ line, values: [code!, quarter!, title!, department!, state!, column, quote] }];
  },
};

const phases = [FundingPhase.PLANNED, FundingPhase.SECURED, FundingPhase.BUDGETED, FundingPhase.EXECUTED];

/** A row of the budget feed is four funding lines, each with its own cell. */
const budgetStore: FeedStore = {
  table: "funding_line",
  columns: [
    { name: "pledge_id", role: "key" },
    { name: "quarter", role: "key" },
    { name: "source", role: "key" },
    { name: "phase", role: "key" },
    { name: "period_start", role: "key" },
    { name: "period_end", role: "key" },
    { name: "amount", role: "value" },
    { name: "year", role: "extra" },
    { name: "period_label", role: "extra" },
    { name: "state", role: "extra" },
    { name: "column", role: "extra" },
    { name: "quote", role: "extra" },
  ],
  references: ["pledge"],
  fixed: {},
  rowsOf: ({ line, values: [pledge, quarter, year, source, ...amounts] }, findCell) =>
    phases.map((phase, index) => {
      const amount = amounts[index]!;
      const { column, quote } = findCell(line, phase.toLowerCase());
      const key = [pledge!, quarter!, source!, phase, `${year}-01-01`, `${year}-12-31`];
      return { line, values: [...key, amount, year!, String(year), stateOf(amount, quote), column, quote] };
    }),
};

const stateOf = (amount: CellValue, quote: string): CellState =>
  amount !== null ? CellState.VALUE : quote.trim() === "" ? CellState.BLANK : CellState.DASH;
