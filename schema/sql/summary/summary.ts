import type { ClassType } from "type-graphql";
import type { Localized } from "../../core/localized.ts";
import type { Argument, Entity, EntityField } from "../entity.ts";
import type { JoinSql } from "../row-sql.ts";
import type { Measure, RowScope } from "./measure.ts";
import type { Question } from "./question.ts";

interface DimensionBase {
  /** Field of the rows that has the key. */
  field: string;
  name: Localized;
  /** Column of `lines`: a small number or an enum. */
  column: string;
  /** What else a row needs to have for this key: { of_quarter: "max(quarter)" }. */
  carries?: Readonly<Record<string, string>>;
  /** How rows are ordered by this key, `rows` being what is ordered; left out: by the column. */
  order?: { join: string; by: string };
}

/** What lines can be grouped by: a value, or the id of a row of an entity. */
export type Dimension = DimensionBase &
  (
    | { type: () => unknown }
    | {
        /** The entity whose id the column has. */
        to: Entity;
        join: JoinSql;
      }
  );

/** Something that an answer has once, beside its rows. */
export interface AnswerField<Asked extends Question> {
  field: EntityField;
  /** SQL expressions over the table expressions of `lines`, by column of the row that `field` reads. */
  columns: Readonly<Record<string, (question: Asked) => string>>;
}

/** Which rows an answer has, and how they are ordered before the order of the keys. */
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
  description: Localized;
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
  lines(question: Asked): string;
  /** The lines that rows with these keys count, if not all of them; SQL that stands after FROM. */
  linesOf?(question: Asked, keys: readonly string[]): string;
  /** SQL condition over the lines of a row for it to be in the answer; one that is grouped by nothing always is. */
  shows?(row: RowScope<Asked>): string;
  arrange?(question: Asked): Arrangement;
}

/** Name of a summary's query: purchaseSummary. */
export const queryOf = ({ name }: { name: string }): string =>
  `${name[0]!.toLowerCase()}${name.slice(1)}Summary`;
