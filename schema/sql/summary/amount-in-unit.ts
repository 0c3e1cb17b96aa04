import { Float } from "type-graphql";
import type { Localized } from "../../core/localized.ts";
import { inUnitSql, MoneyUnit } from "../../core/scalars/money-unit.ts";
import type { ValueField } from "../entity.ts";

const suffix = "In";

/** The measure behind a field of a row: executedIn is executed, in another unit. */
export const measureBehind = (field: string): string =>
  field.endsWith(suffix) ? field.slice(0, -suffix.length) : field;

/** The field beside an amount of won that gives the same amount in a unit of choice: executedIn. */
export const amountInUnit = (measure: string, column: string, name: Localized): ValueField => ({
  is: "value",
  type: () => Float,
  nullable: true,
  sql: (row, _, { unit }) => inUnitSql(`${row}."${column}"`, unit),
  description: {
    ko: `${name.ko}, 다른 단위로. ${measure}의 값이 없으면 null. 정확한 수는 ${measure}의 원입니다.`,
    en: `${name.en[0]!.toUpperCase()}${name.en.slice(1)} in another unit; null if \`${measure}\` is null. The exact figure is \`${measure}\`, in won.`,
  },
  arguments: {
    unit: { type: () => MoneyUnit, nullable: false, description: { ko: "단위.", en: "The unit." } },
  },
});

/** Name of that field. */
export const inUnitName = (measure: string): string => `${measure}${suffix}`;
