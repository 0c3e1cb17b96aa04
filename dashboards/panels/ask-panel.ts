import type { Ask } from "../ask.ts";
import type { Panel } from "./panel.ts";
import { select, selectRows } from "./select.ts";

/** What a reader chose, by the names of the panel's variables; null or absent takes the default. */
export type Choices = (name: string) => string | null;

/** The panel's GraphQL variables for these choices; what the hub itself may choose is left out. */
export function questionVariables(panel: Panel, choices: Choices): Record<string, string> {
  const chosen = Object.entries(panel.variables).map(([name, variable]) => {
    return [variable.passedAs, choices(name) ?? variable.default] as const;
  });
  return Object.fromEntries(chosen.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A value that a reader may choose, and the words for it. */
export interface Option {
  value: string;
  text: string;
}

/** The values that a variable of the panel may take, given the other choices. */
export async function askOptions(
  ask: Ask,
  panel: Panel,
  variable: string,
  choices: Choices,
): Promise<Option[]> {
  const options = panel.variables[variable]?.options;
  if (!options) throw new Error(`Panel ${panel.name} has no variable ${variable}.`);
  const answer = await ask(options.question, questionVariables(panel, choices));
  const found = selectRows(answer, options.rows).map((row) => ({
    value: String(select(row, options.value)),
    text: String(select(row, options.text)),
  }));
  return options.newestFirst ? found.sort((a, b) => (a.value < b.value ? 1 : -1)) : found;
}
