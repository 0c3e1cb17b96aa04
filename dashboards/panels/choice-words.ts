import type { LanguageCode } from "../../schema/core/localized.ts";
import { monthName } from "../../schema/core/scalars/month.ts";
import { quarterName } from "../../schema/core/scalars/quarter.ts";
import { noneValue } from "../../schema/panels/none-value.ts";
import type { Variable } from "../../schema/panels/variable.ts";
import { minutes } from "../moments.ts";
import type { VariableValues } from "./ask-panel.ts";
import { momentOf } from "./moment.ts";

/** A choice of the reader: of what, and which. */
export interface ChoiceWords {
  name: string;
  label: string;
  /** 모든 부서 where nothing is chosen. */
  words: string;
}

/** What the reader chose for each variable but the municipality, in words. */
export function choiceWords(
  variables: Record<string, Variable>,
  choice: VariableValues,
  language: LanguageCode,
): ChoiceWords[] {
  return Object.entries(variables).flatMap(([name, variable]) => {
    const value = choice(name) ?? variable.default;
    if (name === "municipality" || (value === null && !variable.all)) return [];
    const words = value === null ? variable.all![language] : wordsOf(variable, value, language);
    return [{ name, label: variable.label[language], words }];
  });
}

function wordsOf({ options, none, isMoment }: Variable, value: string, language: LanguageCode): string {
  if (none && value === noneValue) return none.label[language];
  if (isMoment) {
    const moment = value.includes("T") ? momentOf(value, new Date()) : null;
    return moment ? minutes.format(moment) : value;
  }
  if ("choices" in options) return options.choices[value]?.[language] ?? value;
  if (options.period === "quarter") return quarterName(value)[language];
  if (options.period === "month") return monthName(value)[language];
  return options.value === "year" && language === "ko" ? `${value}년` : value;
}
