import { Ctx, Field, Float, Int, ObjectType } from "type-graphql";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { WonScalar } from "../../core/scalars/scalars.ts";
import { defineAmountInUnit } from "./amount-in-unit.ts";
import type { Measure } from "./measure.ts";
import type { NullReason } from "./null-reason.ts";
import type { Question } from "./question.ts";
import { Coverage, Ratio, ratio } from "./ratio.ts";
import type { Dimension, RawRow, Summary } from "./summary.ts";
import { units } from "./unit.ts";

/** A row of an answer, with a property for each of its figures. */
export interface SummaryRow {
  raw: RawRow;
  knownAt: KnownAt;
}

/** Makes the GraphQL type of a summary's rows. */
export function rowTypeOf<Asked extends Question>(summary: Summary<Asked>): new () => SummaryRow {
  class Row implements SummaryRow {
    raw: RawRow;
    knownAt: KnownAt;
  }
  ObjectType(`${summary.name}SummaryRow`, {
    description: describe(`${summary.title.ko}의 한 행.`, `A row of the summary of ${summary.title.en}.`),
  })(Row);
  Field(() => Int, {
    description: describe(
      "이 행을 묶은 키의 수. null인 키도 세며, 총계는 0.",
      "The number of keys that the row is grouped by, null values included; 0 for the grand total.",
    ),
  })(Row.prototype, "level");
  for (const dimension of Object.values(summary.dimensions)) {
    const { field, type, name, find } = dimension;
    const description = describe(
      `${name.ko}. 이 행의 키가 아니면 null.`,
      `${name.en}; null where it is no key of the row.`,
    );
    if (find) defineLink(Row, dimension, find);
    const decorate = Field(type as () => typeof Ratio, { nullable: true, description });
    if (find) decorate(Row.prototype, field, Object.getOwnPropertyDescriptor(Row.prototype, field)!);
    else decorate(Row.prototype, field);
  }
  for (const [field, measure] of Object.entries(summary.measures)) {
    const { type, nullable } = typeOf(measure);
    Field(() => type, { nullable, description: description(measure) })(Row.prototype, field);
    if (measure.is === "won") defineAmountInUnit(Row, field, measure.name);
  }
  return Row;
}

function defineLink(
  Row: new () => SummaryRow,
  { field, column }: Dimension,
  find: NonNullable<Dimension["find"]>,
): void {
  Object.defineProperty(Row.prototype, field, {
    configurable: true,
    async value(this: SummaryRow, context: HubContext) {
      const key = (this.raw[column] ?? null) as number | null;
      return key === null ? null : find(key, context, this.knownAt, this.raw);
    },
  });
  Ctx()(Row.prototype, field, 0);
}

function typeOf<Asked extends Question>(measure: Measure<Asked>): { type: object; nullable: boolean } {
  const nullable = measure.compared === true;
  switch (measure.is) {
    case "ratio":
      return { type: Ratio, nullable };
    case "coverage":
      return { type: Coverage, nullable };
    case "count":
      return { type: Int, nullable };
    case "number":
      return { type: Int, nullable: true };
    case "won":
      return { type: WonScalar, nullable: true };
    case "fraction":
      return { type: Float, nullable: true };
    case "flag":
      return { type: Boolean, nullable: true };
  }
}

function description<Asked extends Question>({ name, formula, unit, absent }: Measure<Asked>): string {
  return describe(
    `${name.ko}(${units[unit].ko}): ${formula.ko}${absent ? ` ${absent.ko}` : ""}`,
    `${name.en[0]!.toUpperCase()}${name.en.slice(1)} (${units[unit].en}): ${formula.en}${absent ? ` ${absent.en}` : ""}`,
  );
}

/** Fills a row's fields from what the database gives. */
export function toRow<Asked extends Question>(
  Row: new () => SummaryRow,
  summary: Summary<Asked>,
  raw: RawRow,
  knownAt: KnownAt,
): SummaryRow {
  const row = Object.assign(new Row(), { raw, knownAt, level: raw.level });
  for (const { field, column, find } of Object.values(summary.dimensions)) {
    if (!find) Object.assign(row, { [field]: raw[column] ?? null });
  }
  for (const [field, measure] of Object.entries(summary.measures)) {
    Object.assign(row, { [field]: figureOf(field, measure, raw) });
  }
  return row;
}

function figureOf<Asked extends Question>(field: string, measure: Measure<Asked>, raw: RawRow): unknown {
  if (measure.is === "ratio") {
    const reason = raw[`${field}.reason`] as NullReason | null | undefined;
    const parts = [raw[`${field}.numerator`], raw[`${field}.denominator`]] as [string | null, string | null];
    return reason ? ratio(...parts, reason) : null;
  }
  if (measure.is === "coverage") {
    const reporting = raw[`${field}.reporting`] ?? null;
    const expected = raw[`${field}.expected`] ?? null;
    return reporting === null ? null : { reporting: Number(reporting), expected: Number(expected) };
  }
  const value = raw[field] ?? null;
  return value === null || measure.is === "flag" || measure.is === "won" ? value : Number(value);
}
