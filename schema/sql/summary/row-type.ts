import { Float, Int } from "type-graphql";
import type { Localized } from "../../core/localized.ts";
import { WonScalar } from "../../core/scalars/scalars.ts";
import { type Entity, type EntityField, entity, integer } from "../entity.ts";
import { amountInUnit, inUnitName } from "./amount-in-unit.ts";
import type { Measure } from "./measure.ts";
import type { Question } from "./question.ts";
import { coverage, ratio } from "./ratio.ts";
import type { Dimension, Summary } from "./summary.ts";
import { units } from "./unit.ts";

/** The entity of a summary's rows. */
export function rowEntity<OwnQuestion extends Question>({
  name,
  title,
  dimensions,
  measures,
}: Summary<OwnQuestion>): Entity {
  const keys = Object.values(dimensions).map((dimension) => [dimension.field, keyField(dimension)] as const);
  const figures = Object.entries(measures).flatMap(([measure, declared]) => [
    [measure, figureField(measure, declared)] as const,
    ...(declared.is === "won"
      ? [[inUnitName(measure), amountInUnit(measure, measure, declared.name)] as const]
      : []),
  ]);
  return entity(
    `${name}SummaryRow`,
    { ko: `${title.ko}의 한 행.`, en: `A row of the summary of ${title.en}.` },
    {
      level: integer(
        "level",
        "이 행을 묶은 키의 수. null인 키도 세며, 총계는 0.",
        "The number of keys that the row is grouped by, null values included; 0 for the grand total.",
      ),
      ...Object.fromEntries<EntityField>([...keys, ...figures]),
    },
  );
}

/** The fields of the rows of one answer: the keys that it is not grouped by are absent. */
export function rowFields<OwnQuestion extends Question>(
  { fields }: Entity,
  { dimensions }: Summary<OwnQuestion>,
  groupBy: readonly string[],
): Record<string, EntityField> {
  const absent = Object.entries(dimensions)
    .filter(([key]) => !groupBy.includes(key))
    .map(([, { field }]) => [field, { ...fields[field]!, is: "absent" } as EntityField] as const);
  return { ...fields, ...Object.fromEntries(absent) };
}

/** The field of a key. */
export function keyField(dimension: Dimension): EntityField {
  const { name, column } = dimension;
  const description = {
    ko: `${name.ko}. 이 행의 키가 아니면 null.`,
    en: `${name.en}; null if it is not a key of the row.`,
  };
  return "to" in dimension
    ? { is: "link", nullable: true, to: dimension.to, join: dimension.join, description }
    : { is: "value", nullable: true, type: dimension.type, sql: (row) => `${row}.${column}`, description };
}

function figureField<OwnQuestion extends Question>(name: string, measure: Measure<OwnQuestion>): EntityField {
  const description = describeMeasure(measure);
  const prefix = (row: string) => `${row}."${name}`;
  if (measure.is === "ratio" || measure.is === "coverage") {
    const [of, column] = measure.is === "ratio" ? [ratio, "reason"] : [coverage, "reporting"];
    const absent = measure.compared && ((row: string) => `${prefix(row)}.${column}" IS NULL`);
    return { is: "part", of, prefix, description, ...(absent && { absent }) };
  }
  const type = { won: WonScalar, number: Int, count: Int, fraction: Float, flag: Boolean }[measure.is];
  const nullable = measure.is !== "count" || measure.compared === true;
  return { is: "value", type: () => type, nullable, sql: (row) => `${prefix(row)}"`, description };
}

const describeMeasure = <OwnQuestion extends Question>({
  name,
  formula,
  unit,
  absent,
}: Measure<OwnQuestion>): Localized => ({
  ko: `${name.ko}(${units[unit].ko}): ${formula.ko}${absent ? ` ${absent.ko}` : ""}`,
  en: `${name.en[0]!.toUpperCase()}${name.en.slice(1)} (${units[unit].en}): ${formula.en}${absent ? ` ${absent.en}` : ""}`,
});
