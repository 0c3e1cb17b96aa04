import type { Problem } from "../ask.ts";
import { type Asker, askOptions, type Choices, type Option } from "./ask-panel.ts";
import { isMoment } from "./moment.ts";
import type { Variable } from "./panel.ts";

/** What a reader may choose for one variable, and what stands. */
export interface Chosen {
  variable: Variable;
  /** Null where nothing is chosen, which `all` allows, or there is nothing to choose from. */
  value: string | null;
  /** Null where the hub did not tell them. */
  options: Option[] | null;
}

/**
 * What stands for each variable: the reader's choice, else the default, else the first option. Choices
 * that are none of the options are problems, told beside.
 */
export async function choose(
  asker: Asker,
  variables: Record<string, Variable>,
): Promise<{ chosen: Record<string, Chosen>; choice: Choices; problems: Problem[] }> {
  const chosen: Record<string, Chosen> = {};
  const problems: Problem[] = [];
  const choice = (name: string) => chosen[name]?.value ?? null;
  for (const [name, variable] of Object.entries(variables)) {
    const options = await askOptions({ ...asker, choice }, variables, variable).catch(() => null);
    const first = variable.all ? null : (options?.[0]?.value ?? null);
    const value = asker.choice(name) ?? variable.default ?? first;
    chosen[name] = { variable, value, options };
    if (!isOffered(chosen[name])) problems.push(unknownChoice(chosen[name]));
  }
  return { chosen, choice, problems };
}

/** Whether a reader may choose what stands: one of the options, or any moment where moments are chosen. */
export function isOffered({ variable, value, options }: Chosen): boolean {
  if (value === null || options === null) return true;
  return options.some((option) => option.value === value) || (variable.isMoment === true && isMoment(value));
}

/** What is said of a value that is not offered. */
export const unknownChoice = ({ variable: { label }, value }: Chosen): Problem => ({
  code: "CHOICE_UNKNOWN",
  text: {
    ko: `‘${label.ko}’에 없는 값입니다: ‘${value}’.`,
    en: `There is no “${value}” among the choices for “${label.en}”.`,
  },
  remedy: { ko: "위에서 골라 다시 보십시오.", en: "Choose one above and look again." },
});
