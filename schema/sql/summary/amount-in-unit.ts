import { Arg, Field, Float } from "type-graphql";
import type { Localized } from "../../core/localized.ts";
import { describe } from "../../core/localized.ts";
import { inUnit, MoneyUnit } from "../../core/scalars/money-unit.ts";

const suffix = "In";

/** The measure behind a field of a row: executedIn is executed, in another unit. */
export const measureBehind = (field: string): string =>
  field.endsWith(suffix) ? field.slice(0, -suffix.length) : field;

/** Gives a row's type, beside an amount of won, the same amount in the unit that is asked for: executedIn. */
export function defineAmountInUnit(Row: new () => object, measure: string, name: Localized): void {
  const field = measure + suffix;
  Object.defineProperty(Row.prototype, field, {
    configurable: true,
    value(this: Record<string, string | null>, unit: MoneyUnit) {
      return inUnit(this[measure] ?? null, unit);
    },
  });
  const description = describe(
    `${name.ko}, 다른 단위로. ${measure}의 값이 없으면 null. 정확한 수는 ${measure}의 원입니다.`,
    `${name.en[0]!.toUpperCase()}${name.en.slice(1)} in another unit; null where \`${measure}\` is null. The exact figure is \`${measure}\`, in won.`,
  );
  const property = Object.getOwnPropertyDescriptor(Row.prototype, field)!;
  Field(() => Float, { nullable: true, description })(Row.prototype, field, property);
  const means = { description: describe("단위.", "The unit.") };
  Arg("unit", () => MoneyUnit, means)(Row.prototype, field, 0);
}
