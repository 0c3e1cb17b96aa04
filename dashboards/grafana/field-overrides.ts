import { type DynamicConfigValue, MappingType } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Column } from "../../schema/panels/column.ts";
import { nullReasonWords } from "../../schema/sql/summary/null-reason.ts";

/** What stands for null, which is never 0. */
export const notReported = nullReasonWords.NOT_REPORTED.ko;

/** Whole won come with separators and no sign: Grafana's ₩ prints B for 십억, and 9.4 knows no suffix with separators. */
export const wonUnit = "locale";

/** How the values of a column are written: units, words for codes, and the words for null. */
export function overridesOf(column: Column): DynamicConfigValue[] {
  switch (column.kind) {
    case "choice":
      return [words(column.choices)];
    case "quarter":
      return [pattern("^(\\d{4})-Q(\\d)$", "$1년 $2/4분기")];
    case "month":
      return [pattern("^(\\d{4})-0?(\\d+)$", "$1년 $2월")];
    case "day":
      return [{ id: "unit", value: "time:YYYY-MM-DD" }];
    case "time":
      return [{ id: "unit", value: "time:YYYY-MM-DD HH:mm" }];
    case "money":
      return [{ id: "unit", value: `suffix: ${column.unit.ko}` }];
    case "count":
      return [{ id: "unit", value: `suffix: ${column.unit.ko}` }, ...absent(column.absent?.ko)];
    case "fraction":
      return [...percent, ...absent(column.absent.ko)];
    case "rate":
      return percent;
    case "text":
      return absent(column.absent?.ko ?? "–");
    case "link":
      return absent("–");
    default:
      return [];
  }
}

const percent: DynamicConfigValue[] = [
  { id: "unit", value: "percentunit" },
  { id: "decimals", value: 1 },
];

const absent = (text: string | undefined): DynamicConfigValue[] =>
  text === undefined ? [] : [{ id: "noValue", value: text }];

/** Words in the place of codes. */
export function words(choices: Record<string, { ko: string }>): DynamicConfigValue {
  const options = Object.entries(choices).map(([code, { ko }]) => [code, { text: ko }]);
  return { id: "mappings", value: [{ type: MappingType.ValueToText, options: Object.fromEntries(options) }] };
}

/** Text of this form, written otherwise. */
export const pattern = (form: string, text: string): DynamicConfigValue => ({
  id: "mappings",
  value: [{ type: MappingType.RegexToText, options: { pattern: form, result: { text } } }],
});

/** Why a rate is null, in the words of the hub's own tables; nothing where it is a number. */
export const reasonWords = (): DynamicConfigValue[] => [
  words(nullReasonWords),
  { id: "noValue", value: " " },
];
