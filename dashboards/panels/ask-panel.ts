import type { Ask } from "../ask.ts";
import type { Language } from "../localized.ts";
import { momentOf } from "./moment.ts";
import type { Variable } from "./panel.ts";
import { select, selectRows } from "./select.ts";

/** What a reader chose, by the names of the panel's variables; null or absent takes the default. */
export type Choices = (name: string) => string | null;

/** Who asks: how, in which language, and with which choices. */
export interface Asker {
  ask: Ask;
  language: Language;
  choice: Choices;
}

/** The GraphQL variables of a question for these choices; what nothing is chosen for is left out. */
export function questionVariables(
  variables: Record<string, Variable>,
  choices: Choices,
): Record<string, string | number> {
  const chosen = Object.entries(variables).flatMap(([name, variable]) => {
    const value = choices(name) ?? variable.default;
    const passed = value === null ? null : passedValue(variable, value);
    return passed === null ? [] : [[variable.passedAs, passed] as const];
  });
  return Object.fromEntries(chosen);
}

const passedValue = ({ isNumber, isMoment }: Variable, value: string): string | number | null => {
  if (isMoment) return momentOf(value, new Date());
  return isNumber ? Number(value) : value;
};

/** A value that a reader may choose, and the words for it. */
export interface Option {
  value: string;
  text: string;
}

/** The values that a variable may take, given the other choices. */
export async function askOptions(
  { ask, language, choice }: Asker,
  variables: Record<string, Variable>,
  { options }: Variable,
): Promise<Option[]> {
  if ("choices" in options) {
    return Object.entries(options.choices).map(([value, text]) => ({ value, text: text[language] }));
  }
  const answer = await ask(options.question, questionVariables(variables, choice));
  const found = selectRows(answer, options.rows).map((row) => ({
    value: written(select(row, options.value)),
    text: written(select(row, options.text)),
  }));
  return options.newestFirst ? found.sort((a, b) => (a.value < b.value ? 1 : -1)) : found;
}

/** The hub's own pages get moments as dates, all others as text. */
const written = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));
