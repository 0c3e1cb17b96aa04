import type { ClassType } from "type-graphql";
import type { HubContext, KnownAt } from "../../core/context.ts";
import type { Localized } from "../../core/localized.ts";
import type { DirectScope } from "../direct/direct-scope.ts";
import type { DirectType } from "../direct/json-sql.ts";
import type { Parameters } from "../parameters.ts";
import type { Measure, RowScope } from "./measure.ts";
import type { Question } from "./question.ts";

/** A row as the database gives it: key columns, and measures by name; whole numbers beyond 2^31 are decimal text. */
export type RawRow = Readonly<Record<string, string | number | boolean | null>> & { level: number | null };

/** What lines can be grouped by. */
export interface Dimension {
  /** Field of the rows that shows the key. */
  field: string;
  /** Type of the field, by type-graphql's rules. */
  type: () => ClassType | object;
  name: Localized;
  /** Column of `lines`: a small number or an enum. */
  column: string;
  /** What else the field needs to know of a row: { of_quarter: "max(quarter)" }. */
  carries?: Readonly<Record<string, string>>;
  /** How rows are ordered by this key, `rows` being what is ordered; left out: by the column. */
  order?: { join: string; by: string };
  /** Looks up what a key stands for; left out: the key itself is shown. */
  find?: (key: number, context: HubContext, knownAt: KnownAt, row: RawRow) => Promise<object | null>;
  /** The same in SQL, of what `find` gives, for questions that select no other fields of it. */
  direct?: {
    type: DirectType;
    /** LEFT JOIN of the one row, with an id, of what the key of a row stands for. */
    join: (row: string, alias: string, scope: DirectScope) => string;
  };
}

/** An argument of a summary's query beside those that all have. */
export interface Argument {
  type: () => unknown;
  nullable: boolean;
  default?: unknown;
  means: Localized;
}

/** Something that is told once an answer, beside its rows. */
export interface AnswerField<Asked extends Question> {
  type: () => ClassType | object;
  nullable: boolean;
  means: Localized;
  /** SQL expressions by column, over the table expressions of `lines`. */
  columns: Readonly<Record<string, (question: Asked) => string>>;
  value(row: RawRow, question: Asked): unknown;
}

/** Which rows are shown, and how they are ordered before the order of the keys. */
export interface Arrangement {
  /** Measures that are needed for it, selected or not. */
  needs: readonly string[];
  condition: string | null;
  order: readonly string[];
  first: number | null;
}

/** A summary, declared once: the SQL, the GraphQL types, the catalogue of measures and the descriptions follow. */
export interface Summary<Asked extends Question> {
  /** Purchase → query purchaseSummary, types PurchaseSummary, PurchaseSummaryRow, PurchaseDimension. */
  name: string;
  title: Localized;
  /** What it answers, for the query's description. */
  means: Localized;
  where: ClassType;
  arguments?: Readonly<Record<string, Argument>>;
  dimensions: Readonly<Record<string, Dimension>>;
  measures: Readonly<Record<string, Measure<Asked>>>;
  answer?: Readonly<Record<string, AnswerField<Asked>>>;
  /** Takes compareTo; its lines then have the column `previous`. */
  compares: boolean;
  /** Keys in which a row agrees with the rows that `whole` counts over; left out: all of its keys. */
  whole?: (key: string) => boolean;
  /** Throws a HubError for a question that cannot be answered. */
  check?(question: Asked): void;
  /** Table expressions that end in `lines`: what is counted, with a column for each dimension. */
  lines(question: Asked, parameters: Parameters): string;
  /** The lines that rows with these keys count, where not all of them; SQL that stands after FROM. */
  linesOf?(question: Asked, keys: readonly string[]): string;
  /** SQL condition over the lines of a row for it to be shown; one that is grouped by nothing always is. */
  shows?(row: RowScope<Asked>): string;
  arrange?(question: Asked, parameters: Parameters): Arrangement;
}

/** Name of a summary's query: purchaseSummary. */
export const queryOf = ({ name }: { name: string }): string =>
  `${name[0]!.toLowerCase()}${name.slice(1)}Summary`;
