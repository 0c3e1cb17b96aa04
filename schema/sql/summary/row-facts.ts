import type { ListField, PageField } from "../entity.ts";
import { page } from "../paged.ts";
import type { ArgumentValues } from "../row-sql.ts";
import { levelsOf, lineColumn, measureColumns } from "./build-sql.ts";
import { factEntity, partNames, summedMeasures } from "./fact-type.ts";
import type { Lines, RowScope } from "./measure.ts";
import type { Question } from "./question.ts";
import type { Summary } from "./summary.ts";

/** The field of a summary's rows that lists the facts behind them; its rows are compiled for a question by `factsSql`. */
export function factsField<OwnQuestion extends Question>(summary: Summary<OwnQuestion>): PageField {
  const { fact, of } = factEntity(summary);
  return page(
    fact,
    () => {
      throw new Error("Facts are those of a question's rows.");
    },
    {
      ko: "이 행의 수치에 세어진 사실. 저마다 출처와, 비율의 어느 쪽에 드는지가 있습니다. 더하면 행의 값입니다.",
      en: "The facts that the row's figures count, each with its citations and the side of a rate that it counts on. They add up to the row.",
    },
    { of },
  );
}

/** The field for a question: the facts of each row of its answer. */
export const factsOfRows = <OwnQuestion extends Question>(
  declared: PageField,
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
): PageField => ({
  ...declared,
  of: {
    ...declared.of,
    fields: {
      ...declared.of.fields,
      cells: {
        ...(declared.of.fields.cells as ListField),
        rows: (alias, scope, _, row) => ({
          from: `(${summary.facts!.cells(row, scope, question)}) AS ${alias}`,
          where: "true",
          order: `${alias}.document_id, ${alias}.line, ${alias}."column", ${alias}.field`,
        }),
      },
    },
  },
  rows: (alias, _, { of }: ArgumentValues, row) => ({
    from: `${factsSql(summary, question, row, of ?? null)} AS ${alias}`,
    where: "true",
    order: orderOf(summary, alias),
  }),
});

const orderOf = <OwnQuestion extends Question>(summary: Summary<OwnQuestion>, alias: string): string =>
  [...summary.facts!.key, ...(summary.compares ? ["previous"] : [])]
    .map((column) => `${alias}.${column}`)
    .join(", ");

/**
 * SQL of the facts of a row of `answer_rows`: its lines, one by one, with what each adds to the measures. `of` keeps
 * those that count for a measure, also on a side that counts lines of other rows.
 */
export function factsSql<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  row: string,
  of: string | null,
): string {
  const ofLevels = levelsOf(question).map((level) => ofLevel(summary, question, row, of, level));
  return `(${ofLevels.join(" UNION ALL ")})`;
}

function ofLevel<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  row: string,
  of: string | null,
  level: number,
): string {
  const { dimensions, facts, compares } = summary;
  const keys = question.groupBy.slice(0, level);
  const matches = (some: readonly string[]) =>
    some
      .map(
        (key) =>
          `lines.${lineColumn(dimensions[key]!)} IS NOT DISTINCT FROM ${row}.${dimensions[key]!.column}`,
      )
      .join(" AND ") || "true";
  const wholeKeys = keys.filter(summary.whole ?? (() => true));
  const measures = of === null ? summedMeasures(summary) : [of];
  const scope = factScope(question, keys);
  const parts = summedMeasures(summary).flatMap((name) =>
    measures.includes(name)
      ? measureColumns(summary, name, summary.measures[name]!, scope).filter(
          (sql) => !sql.endsWith('.reason"'),
        )
      : partNames(summary.measures[name]!.is).map(({ column }) => `NULL::numeric AS "${name}${column}"`),
  );
  const columns = new Map(facts!.key.map((column) => [column, column]));
  if (compares) columns.set("previous", question.compareTo ? "previous" : "false");
  for (const dimension of Object.values(dimensions)) {
    if (!columns.has(dimension.column)) columns.set(dimension.column, lineColumn(dimension));
  }
  const grouped = [...new Set([...columns.values(), "is_own"])].filter((column) => column !== "false");
  for (const { carries = {} } of Object.values(dimensions))
    for (const [name, sql] of Object.entries(carries)) if (!columns.has(name)) columns.set(name, sql);
  const selected = [...columns].map(([name, sql]) => `${sql} AS ${name}`);
  const from = summary.linesOf?.(question, keys) ?? "lines";
  const conditions = [
    `${row}.level = ${level}`,
    matches(of === null ? keys : wholeKeys),
    ...(facts!.isFact ? [facts!.isFact] : []),
  ];
  const ofLines = `SELECT ${[...selected, ...parts].join(", ")}
    FROM (SELECT lines.*, (${matches(keys)}) AS is_own FROM ${from} WHERE ${conditions.join(" AND ")}) AS lines
    GROUP BY ${grouped.join(", ")}`;
  if (of === null) return ofLines;
  const counted = partNames(summary.measures[of]!.is).map(({ column }) => `"${of}${column}" IS NOT NULL`);
  return `SELECT * FROM (${ofLines}) AS facts WHERE ${counted.join(" OR ")}`;
}

/** The scope of a measure over a single fact: what it adds to the row. */
function factScope<OwnQuestion extends Question>(
  question: OwnQuestion,
  keys: readonly string[],
): RowScope<OwnQuestion> {
  const over = (aggregate: string, conditions: (string | null | undefined)[]) => {
    const all = conditions.filter(Boolean);
    const sql = all.length > 0 ? `${aggregate} FILTER (WHERE ${all.join(" AND ")})` : aggregate;
    // A count of nothing is 0, which is no part of anything.
    return aggregate.startsWith("count(") ? `nullif(${sql}, 0)` : sql;
  };
  const lines = (age: string): Lines => ({
    own: (aggregate, condition) => over(aggregate, [question.compareTo && age, "is_own", condition]),
    whole: (aggregate, condition) => over(aggregate, [question.compareTo && age, condition]),
    isFact: true,
  });
  return { question, keys, present: lines("NOT previous"), previous: lines("previous"), isFact: true };
}
