import { checkComparison, isComparable } from "./comparison.ts";
import { heldRows } from "./in-a-row.ts";
import { sumsAt } from "./kept-sums.ts";
import type { Lines, Measure, Over, RowScope } from "./measure.ts";
import type { Question } from "./question.ts";
import type { RequestedColumns } from "./requested-columns.ts";
import type { Arrangement, Dimension, Summary } from "./summary.ts";

/** The parts of the one SQL statement that answers a question. */
export interface SummaryParts {
  /** Table expressions that end in `answer_rows`: the rows, with their `place` in the answer. */
  expressions: string;
  /** SQL that returns one row with the columns of the answer's fields other than rows. */
  answer: string;
}

/** Compiles a question to SQL. Throws a HubError for one that cannot be answered. */
export function summaryParts<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  requested: RequestedColumns,
): SummaryParts {
  checkComparison(question, comparable(summary, question, question.groupBy), summary.comparedBy);
  summary.check?.(question);
  const lines = summary.lines(
    question,
    summary.sums && !question.byFact ? sumsAt(summary.sums, question.scope) : null,
  );
  const arrangement = summary.arrange?.(question) ?? asTheyCome;
  const measures = Object.entries(summary.measures).filter(
    ([name]) => requested.has(name) || arrangement.needs.includes(name) || question.inARow?.measure === name,
  );
  const levels = levelsOf(question);
  const dimensions = question.groupBy.map((key) => summary.dimensions[key]!);
  const order = [
    ...arrangement.order,
    ...dimensions.flatMap((dimension, index) => [
      `level <= ${index}`,
      `${dimension.order?.by ?? `rows.${dimension.column}`} NULLS FIRST`,
    ]),
    "level",
  ];
  const expressions = `
    WITH ${lines},
    rows AS (${levels.map((level) => levelSql(summary, question, measures, level)).join("\nUNION ALL\n")}),
    answer_rows AS (
      SELECT rows.*, row_number() OVER (ORDER BY ${order.join(", ")}) AS place
      FROM ${heldRows(summary, question)} ${dimensions.map((dimension) => dimension.order?.join(question.scope) ?? "").join(" ")}
      ${arrangement.condition === null ? "" : `WHERE ${arrangement.condition}`}
      ORDER BY place${arrangement.first === null ? "" : ` LIMIT ${question.scope.parameters.add(arrangement.first)}`}
    )`;
  return { expressions, answer: `SELECT ${answerColumns(summary, question, requested)}` };
}

/** Whether each row with these keys belongs to one period that has an earlier one. */
const comparable = <OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  keys: readonly string[],
): boolean => question.compareTo !== null && (summary.isComparable ?? isComparable)(question, keys);

/** The levels of an answer's rows: the numbers of keys that they are grouped by. */
export function levelsOf({ groupBy: { length }, totals }: Question): number[] {
  return totals ? Array.from({ length: length + 1 }, (_, index) => length - index) : [length];
}

const asTheyCome: Arrangement = { needs: [], condition: null, order: [], first: null };

/** The rows grouped by the first `level` keys. */
function levelSql<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  measures: [string, Measure<OwnQuestion>][],
  level: number,
): string {
  const row = rowScope(summary, question, question.groupBy.slice(0, level));
  const keyColumns = question.groupBy.map((key, index) => {
    const { column, of = column } = summary.dimensions[key]!;
    return `${index < level ? of : "NULL"} AS ${column}`;
  });
  const carried = Object.assign({}, ...question.groupBy.map((key) => summary.dimensions[key]!.carries ?? {}));
  const columns = [
    `${level} AS level`,
    `${level === 0 || !summary.shows ? "true" : summary.shows(row)} AS is_shown`,
    ...keyColumns,
    ...Object.entries(carried).map(([name, sql]) => `${sql} AS ${name}`),
    ...measures.flatMap(([name, measure]) => measureColumns(summary, name, measure, row)),
  ];
  const from = summary.linesOf?.(question, row.keys) ?? "lines";
  return `SELECT ${columns.join(", ")} FROM ${from} GROUP BY ${columnsOf(summary, row.keys) || "()"}`;
}

const columnsOf = <OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  keys: readonly string[],
): string => keys.map((key) => lineColumn(summary.dimensions[key]!)).join(", ");

/** The column of lines that a key is read from. */
export const lineColumn = ({ column, of = column }: Dimension): string => of;

function rowScope<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  keys: readonly string[],
): RowScope<OwnQuestion> {
  const wholeKeys = keys.filter(summary.whole ?? (() => true));
  const partition = wholeKeys.length ? `PARTITION BY ${columnsOf(summary, wholeKeys)}` : "";
  const lines = (age: string): Lines => {
    const own: Over = (aggregate, condition) => {
      const conditions = [question.compareTo && age, condition].filter(Boolean);
      return conditions.length ? `${aggregate} FILTER (WHERE ${conditions.join(" AND ")})` : aggregate;
    };
    const whole: Over = (aggregate, condition) =>
      wholeKeys.length === keys.length
        ? own(aggregate, condition)
        : `sum(${own(aggregate, condition)}) OVER (${partition})`;
    return { own, whole, isFact: false };
  };
  return { question, keys, present: lines("NOT previous"), previous: lines("previous"), isFact: false };
}

/** SQL of the columns of a measure: its value or its parts, by its name. */
export function measureColumns<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  name: string,
  measure: Measure<OwnQuestion>,
  row: RowScope<OwnQuestion>,
): string[] {
  const absent = measure.compared && !comparable(summary, row.question, row.keys);
  return Object.entries(partsOf(measure)).map(
    ([part, sql]) =>
      `${absent ? `NULL::${part === "reason" ? "text" : "numeric"}` : sql(row)} AS "${part === "value" ? name : `${name}.${part}`}"`,
  );
}

function partsOf<OwnQuestion extends Question>(
  measure: Measure<OwnQuestion>,
): Record<string, (row: RowScope<OwnQuestion>) => string> {
  if (measure.is === "coverage") return { reporting: measure.reporting, expected: measure.expected };
  if (measure.is !== "ratio") return { value: measure.value };
  const { numerator, denominator, reasons, otherwise } = measure;
  const cases = (row: RowScope<OwnQuestion>) =>
    (reasons ?? []).map(({ reason, when }) => `WHEN ${when(row)} THEN '${reason}'`).join(" ");
  const reason = (row: RowScope<OwnQuestion>) =>
    reasons ? `CASE ${cases(row)} ELSE '${otherwise}' END` : `'${otherwise}'`;
  return { numerator, denominator, reason };
}

function answerColumns<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  requested: RequestedColumns,
): string {
  const columns = Object.entries(summary.answer ?? {})
    .filter(([name]) => requested.has(name))
    .flatMap(([, field]) => Object.entries(field.columns))
    .map(([name, sql]) => `(${sql(question)}) AS "${name}"`);
  return columns.join(", ") || "1 AS answered";
}
