import type { CellValue, Feed } from "../../../schema/feed.ts";
import { FundingPhase } from "../../../schema/funding/funding-kinds.ts";
import { CellState } from "../../../schema/release/cell-state.ts";

/** A column of a feed's table. Keys tell rows apart, values can be corrected, extras go with the value. */
export interface StoredColumn {
  name: string;
  role: "key" | "value" | "extra";
  /** Name in `changes`, for values. */
  measure?: string;
}

/** A row for the table: what stands in each column, and the cell that `changes` cites for a value. */
export interface StoredRow {
  line: number;
  values: CellValue[];
}

/** One row of a feed, with its references already turned into ids. */
export interface ResolvedRow {
  line: number;
  /** By field of the feed. */
  values: Record<string, CellValue>;
  /** What stands in the cell of a field, letter for letter, and its number in the line. */
  cell(field: string): { column: number; quote: string };
}

/** Where the rows of a feed go. */
export interface FeedStore {
  table: string;
  columns: StoredColumn[];
  /** Columns with one value for all rows of the feed: told apart from rows of other origin. */
  fixed: Record<string, string>;
  rowsOf(row: ResolvedRow): StoredRow[];
}

const tables: Record<string, string> = {
  enterprise: "enterprise_certificate",
  purchase: "purchase",
  "purchase-target": "purchase_target",
  outlet: "outlet",
  "outlet-sales": "outlet_sales",
  academy: "course_quarter",
};

const idColumns: Record<string, string> = { department: "department_id", pledge: "pledge_id" };

/** The store of a feed whose rows are rows of a table. */
export function storeOf(feed: Feed): FeedStore {
  if (feed.name === "budget") return budgetStore;
  if (feed.name === "pledge") return pledgeStore;
  const columns = feed.columns.map((column) => ({
    name: idColumns[column.references ?? ""] ?? column.field,
    role: column.key ? ("key" as const) : ("value" as const),
    measure: column.measure ?? camelCase(column.field),
  }));
  const fields = feed.columns.map((column) => column.field);
  return {
    table: tables[feed.name]!,
    columns,
    fixed: {},
    rowsOf: ({ line, values }) => [{ line, values: fields.map((field) => values[field]!) }],
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
  fixed: { stated_by: "FEED" },
  rowsOf: ({ line, values, cell }) => {
    const { column, quote } = cell("title");
    const { code, quarter, title, department, state } = values;
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
  fixed: {},
  rowsOf: ({ line, values, cell }) =>
    phases.map((phase) => {
      const { pledge, quarter, source, year } = values;
      const amount = values[phase.toLowerCase()]!;
      const { column, quote } = cell(phase.toLowerCase());
      const key = [pledge!, quarter!, source!, phase, `${year}-01-01`, `${year}-12-31`];
      return { line, values: [...key, amount, year!, String(year), stateOf(amount, quote), column, quote] };
    }),
};

const stateOf = (amount: CellValue, quote: string): CellState =>
  amount !== null ? CellState.VALUE : quote.trim() === "" ? CellState.BLANK : CellState.DASH;

const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
