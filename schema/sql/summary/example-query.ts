import { Comparison } from "./comparison.ts";
import type { Measure } from "./measure.ts";
import type { Question } from "./question.ts";
import { type Dimension, queryOf, type Summary } from "./summary.ts";

/** Periods of rows, the most usual first. */
const periods = ["QUARTER", "YEAR", "MONTH"];

/** A GraphQL query that shows a measure by the first key of its summary and by period. */
export function exampleQuery<OwnQuestion extends Question>(
  { name, dimensions, measures, arguments: own = {}, compares }: Summary<OwnQuestion>,
  measure: string,
): string {
  const declared = measures[measure]!;
  const period = periods.find((key) => key in dimensions);
  const keys = [...new Set([Object.keys(dimensions)[0]!, ...(period ? [period] : [])])];
  const required = Object.entries(own).flatMap(([argument, { type, nullable, default: given }]) =>
    nullable || given !== undefined ? [] : [`${argument}: ${Object.values(type() as object)[0]}`],
  );
  const comparison = compares && declared.compared ? [`compareTo: ${Comparison.PREVIOUS_YEAR}`] : [];
  const written = [...required, `groupBy: [${keys.join(", ")}]`, ...comparison].join(", ");
  const selected = [
    ...keys.map((key) => keySelection(dimensions[key]!)),
    measureSelection(measure, declared),
  ];
  return `{\n  ${queryOf({ name })}(${written}) {\n    rows { ${selected.join(" ")} }\n  }\n}`;
}

/** The fields of a key that name it. */
function keySelection(dimension: Dimension): string {
  if (!("to" in dimension)) return dimension.field;
  const names = ["code", "title", "name"].filter((name) => name in dimension.to.fields);
  return `${dimension.field} { ${names.join(" ")} }`;
}

function measureSelection<OwnQuestion extends Question>(name: string, { is }: Measure<OwnQuestion>): string {
  if (is === "ratio") return `${name} { value numerator denominator nullReason }`;
  return is === "coverage" ? `${name} { reporting expected }` : name;
}
