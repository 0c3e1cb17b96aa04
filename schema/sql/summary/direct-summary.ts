import { inUnitSql, type MoneyUnit } from "../../core/scalars/money-unit.ts";
import { municipalitiesMeant } from "../../subjects/municipality/municipalities-meant.ts";
import { type DirectQuery, joined, newestRelease } from "../direct/direct-query.ts";
import { DirectScope } from "../direct/direct-scope.ts";
import {
  type DirectField,
  type DirectType,
  linkSql,
  listSql,
  NotDirect,
  objectSql,
} from "../direct/json-sql.ts";
import { jsonValue } from "../direct/json-value.ts";
import type { Selected } from "../direct/selected.ts";
import type { Measure } from "./measure.ts";
import { NullReason } from "./null-reason.ts";
import { type Question, questionOf } from "./question.ts";
import { namesIn } from "./selection.ts";
import { type SummaryParts, summaryParts } from "./statement.ts";
import type { Dimension, RawRow, Summary } from "./summary.ts";

/** Answers a summary's query directly, from the declaration. */
export function directSummary<Asked extends Question>(summary: Summary<Asked>): DirectQuery {
  return async ({ context, arguments: given, fields: asked, knownAt }) => {
    const { where } = given as Partial<Asked>;
    const municipalities = await municipalitiesMeant(context, where?.municipality, knownAt);
    const question = questionOf<Asked>(given, knownAt, municipalities);
    const parts = summaryParts(summary, question, namesIn(asked));
    const { parameters } = parts;
    const scope = new DirectScope(parameters, knownAt);
    const rowType = directRow(summary, question.groupBy);
    const lists = asked
      .filter(({ name }) => name === "rows")
      .map(({ key, fields }) => ({
        key,
        sql: listSql(rowType, "shown", fields, scope, { from: "shown", order: "place" }),
      }));
    return {
      text: answerStatement(
        parts,
        lists.map(({ sql }) => sql),
      ),
      values: parameters.values,
      json: (row) =>
        joined(
          asked.map((field) => {
            const list = lists.findIndex(({ key }) => key === field.key);
            if (list >= 0) return [field.key, row[`rows_${list}`] as string];
            const told = summary.answer?.[field.name]?.value(row as RawRow, question);
            return [field.key, JSON.stringify(jsonValue(told, field))];
          }),
        ),
    };
  };
}

function answerStatement({ shown, answer }: SummaryParts, rows: readonly string[]): string {
  const lists = rows.map((list, index) => `${list} AS rows_${index}`);
  return `${shown} SELECT ${["answer.*", newestRelease, ...lists].join(", ")} FROM (${answer}) AS answer`;
}

function directRow<Asked extends Question>(
  { dimensions, measures }: Summary<Asked>,
  groupBy: readonly string[],
): DirectType {
  const keys = Object.entries(dimensions).map(([key, dimension]) => [
    dimension.field,
    groupBy.includes(key) ? directKey(dimension) : () => (dimension.find ? "'null'" : "NULL"),
  ]);
  const figures = Object.entries(measures).flatMap(([name, measure]) => [
    [name, directFigure(name, measure)],
    ...(measure.is === "won" ? [[`${name}In`, inUnit(name)]] : []),
  ]);
  return Object.fromEntries([["level", (row: string) => `${row}.level`], ...keys, ...figures]);
}

function directKey({ column, find, direct }: Dimension): DirectField {
  if (!find) return (row) => `${row}.${column}`;
  return (row, field, scope) => {
    if (!direct) throw new NotDirect(field.name);
    return linkSql(direct.type, field, scope, (alias) => direct.join(row, alias, scope));
  };
}

function directFigure<Asked extends Question>(name: string, measure: Measure<Asked>): DirectField {
  if (measure.is === "ratio") return (row, field, scope) => ratioSql(`${row}."${name}`, field, scope);
  if (measure.is !== "coverage") return (row) => `${row}."${name}"`;
  return (row, field, scope) => {
    const part = (of: string) => `${row}."${name}.${of}"`;
    const parts = { reporting: () => part("reporting"), expected: () => part("expected") };
    const json = objectSql(parts, row, field.fields, scope);
    return `CASE WHEN ${part("reporting")} IS NULL THEN 'null' ELSE ${json} END`;
  };
}

/** What `ratio` makes of the parts. */
function ratioSql(prefix: string, { fields }: Selected, scope: DirectScope): string {
  const [numerator, denominator, reason] = ["numerator", "denominator", "reason"].map(
    (part) => `${prefix}.${part}"`,
  );
  const areBoth = `${numerator} IS NOT NULL AND ${denominator} IS NOT NULL`;
  const parts: DirectType = {
    value: () => `${numerator}::float8 / nullif(${denominator}, 0)::float8`,
    numerator: () => `CASE WHEN ${areBoth} THEN ${numerator} END`,
    denominator: () => `CASE WHEN ${areBoth} THEN ${denominator} END`,
    nullReason: () =>
      `CASE WHEN NOT (${areBoth}) THEN ${reason} WHEN ${denominator} = 0 THEN '${NullReason.ZERO_DENOMINATOR}' END`,
  };
  return `CASE WHEN ${reason} IS NULL THEN 'null' ELSE ${objectSql(parts, prefix, fields, scope)} END`;
}

const inUnit =
  (name: string): DirectField =>
  (row, field) =>
    inUnitSql(`${row}."${name}"`, field.arguments.unit as MoneyUnit);
