import type { ClassType } from "type-graphql";
import type { Localized } from "../../core/localized.ts";
import type { Argument, Entity, EntityField } from "../entity.ts";
import type { QueryScope } from "../query-scope.ts";
import type { JoinSql } from "../row-sql.ts";
import type { KeptSums } from "./kept-sums.ts";
import type { Measure, RowScope } from "./measure.ts";
import type { Question } from "./question.ts";

interface DimensionBase {
  /** Field of the rows that has the key. */
  field: string;
  name: Localized;
  /** Column of `lines`: an integer or an enum. */
  column: string;
  /** Column of `lines` that it is read from, if the rows call it otherwise. */
  of?: string;
  /** SQL of all its values that are valid at the release: value, name. Needed for keys that are neither enums nor periods. */
  known?: (scope: QueryScope) => string;
  /** Maximum number of its values in one municipality. Default: those of its enum, and 100 rows of an entity. */
  values?: number;
  /** Number of its values in a year, if they are periods. */
  perYear?: number;
  /** Other columns that a row needs for this key: { of_quarter: "max(quarter)" }. */
  carries?: Readonly<Record<string, string>>;
  /** SQL that orders `rows` by this key. Default: the column. */
  order?: { join: (scope: QueryScope) => string; by: string };
}

/** A key that lines can be grouped by: a value, or the id of a row of an entity. */
export type Dimension = DimensionBase &
  (
    | { type: () => unknown }
    | {
        /** The entity whose id the column has. */
        to: Entity;
        join: JoinSql;
      }
  );

/** A field of the answer itself, not of its rows. */
export interface AnswerField<OwnQuestion extends Question> {
  field: EntityField;
  /** SQL expressions over the table expressions of `lines`, by column of the row that `field` reads. */
  columns: Readonly<Record<string, (question: OwnQuestion) => string>>;
}

/** Which rows an answer has, and their order, which precedes that of the keys. */
export interface Arrangement {
  /** Measures that are needed for it, selected or not. */
  needs: readonly string[];
  condition: string | null;
  order: readonly string[];
  first: number | null;
}

/** The facts that lines are made of. A question `byFact` has one line per fact. */
export interface LineFacts<OwnQuestion extends Question> {
  /** Columns of `lines` that identify a line, in the order in which they are listed. */
  key: readonly string[];
  /** SQL condition for a line to be a fact. Default: all are. */
  isFact?: string;
  /** The entity of the cells that a line was read from. */
  cell: Entity;
  /** SQL condition for a finding of a cell's document to touch the cell; both are aliases. */
  touches(finding: string, cell: string): string;
  /** SQL of those cells of a line: municipality_id, document_id, sheet, line, "column", quote, field, amount. */
  cells(line: string, scope: QueryScope, question: OwnQuestion): string;
}

/** A summary. SQL, GraphQL types, catalogue of measures and descriptions derive from this declaration. */
export interface Summary<OwnQuestion extends Question> {
  /** Purchase → query purchaseSummary, types PurchaseSummary, PurchaseSummaryRow, PurchaseDimension. */
  name: string;
  title: Localized;
  /** What one line is, which measures are counted over: a purchase, a month of an outlet. */
  basis: Localized;
  /** Description of its query. */
  description: Localized;
  where: ClassType;
  /** Tables declared with declarePeriods that its filters by period reach over. Default: all. */
  reach?: readonly string[];
  arguments?: Readonly<Record<string, Argument>>;
  dimensions: Readonly<Record<string, Dimension>>;
  measures: Readonly<Record<string, Measure<OwnQuestion>>>;
  answer?: Readonly<Record<string, AnswerField<OwnQuestion>>>;
  /** Takes compareTo; its lines then have the column `previous`. */
  compares: boolean;
  /** Whether each row with these keys can be compared. Default: if it belongs to one calendar period. */
  isComparable?(question: OwnQuestion, keys: readonly string[]): boolean;
  /** The only period that its rows are compared by, for the error. Default: quarters and years. */
  comparedBy?: "quarter";
  /** Where its lines come from, for the facts behind a row. */
  facts?: LineFacts<OwnQuestion>;
  /** Keys that are equal in all rows that `whole` counts over. Default: all keys of the row. */
  whole?: (key: string) => boolean;
  /** Throws a HubError for a question that cannot be answered. */
  check?(question: OwnQuestion): void;
  /** Sums that each release keeps up to date, for lines to start from. Default: lines start from facts. */
  sums?: KeptSums;
  /**
   * Table expressions that end in `lines`: the rows to aggregate, with a column per dimension. `sums` is SQL of the kept
   * sums, which give the same lines as the facts; null if there are none at the release of the question.
   */
  lines(question: OwnQuestion, sums: string | null): string;
  /** FROM clause of the lines that rows with these keys count. Default: all lines. */
  linesOf?(question: OwnQuestion, keys: readonly string[]): string;
  /** SQL condition over the lines of a row for it to be in the answer; a row grouped by nothing always is. */
  shows?(row: RowScope<OwnQuestion>): string;
  arrange?(question: OwnQuestion): Arrangement;
}

/** Name of a summary's query: purchaseSummary. */
export const queryOf = ({ name }: { name: string }): string =>
  `${name[0]!.toLowerCase()}${name.slice(1)}Summary`;
