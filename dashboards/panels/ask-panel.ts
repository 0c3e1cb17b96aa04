import type { LanguageCode } from "../../schema/core/localized.ts";
import { monthName } from "../../schema/core/scalars/month.ts";
import { quarterName } from "../../schema/core/scalars/quarter.ts";
import { getPath, getRows } from "../../schema/panels/get-path.ts";
import { noneValue } from "../../schema/panels/none-value.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import type { Options, Variable } from "../../schema/panels/variable.ts";
import type { Ask } from "../ask.ts";
import { momentOf } from "./moment.ts";

/** What a reader chose, by the names of the panel's variables; null or absent takes the default. */
export type VariableValues = (name: string) => string | null;

/** Who asks: how, in which language, and with which choices. */
export interface QueryContext {
  ask: Ask;
  language: LanguageCode;
  choice: VariableValues;
}

/** The GraphQL variables of a question for these choices; what nothing is chosen for is left out. */
export function questionVariables(
  variables: Record<string, Variable>,
  choices: VariableValues,
): Record<string, string | number | boolean> {
  const chosen = Object.entries(variables).flatMap(([name, variable]) => {
    const value = choices(name) ?? variable.default;
    return value === null ? [] : [argumentOf(variable, value)];
  });
  return Object.fromEntries(chosen);
}

function argumentOf(
  { passedAs, isNumber, isMoment, none }: Variable,
  value: string,
): [name: string, value: string | number | boolean] {
  if (none && value === noneValue) return [none.passedAs, false];
  if (isMoment) return [passedAs, momentOf(value, new Date())?.toISOString() ?? value];
  return [passedAs, isNumber ? Number(value) : value];
}

/**
 * What the hub answers to a panel's question; null if there is no value for a variable that needs one. `more` are GraphQL
 * variables besides those that the reader selects. Rejects as `ask` does.
 */
export async function askPanel(
  { ask, choice }: Pick<QueryContext, "ask" | "choice">,
  { question, variables }: Pick<Panel, "question" | "variables">,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown> | null> {
  const required = Object.entries(variables).filter(([, { all }]) => !all);
  if (required.some(([name, variable]) => (choice(name) ?? variable.default) === null)) return null;
  return ask(question, { ...questionVariables(variables, choice), ...more });
}

/** A value that a reader may choose, and the words for it. */
export interface Option {
  value: string;
  text: string;
}

/** The values that a variable may take, given the other choices. */
export async function askOptions(
  context: QueryContext,
  variables: Record<string, Variable>,
  { options, none }: Variable,
): Promise<Option[]> {
  const values = await askValues(context, variables, options);
  return none ? [...values, { value: noneValue, text: none.label[context.language] }] : values;
}

async function askValues(
  { ask, language, choice }: QueryContext,
  variables: Record<string, Variable>,
  options: Variable["options"],
): Promise<Option[]> {
  if ("choices" in options) {
    return Object.entries(options.choices).map(([value, text]) => ({ value, text: text[language] }));
  }
  const answer = await ask(options.question, questionVariables(variables, choice));
  const choosable = getRows(answer, options.rows).map((row) => ({
    value: textOfValue(getPath(row, options.value)),
    text: textOf(
      textOfValue(getPath(row, (language === "en" && options.english) || options.text)),
      options.period,
      language,
    ),
  }));
  return options.newestFirst ? choosable.sort((a, b) => (a.value < b.value ? 1 : -1)) : choosable;
}

/** The hub's own pages get moments as dates, all others as text. */
const textOfValue = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

function textOf(text: string, period: Options["period"], language: LanguageCode): string {
  if (!period) return text;
  return (period === "quarter" ? quarterName : monthName)(text)[language];
}
