import { nearest } from "../../schema/core/nearest.ts";
import type { Problem } from "../../schema/core/problem.ts";
import type { Variable } from "../../schema/panels/variable.ts";
import { problemsOf } from "../ask.ts";
import { minutes } from "../moments.ts";
import { askOptions, type Option, type QueryContext, type VariableValues } from "./ask-panel.ts";
import { momentOf } from "./moment.ts";

/** What a reader may choose for one variable, and what stands. */
export interface ResolvedVariable {
  variable: Variable;
  /** Null if nothing is chosen, which `all` allows, or there is nothing to choose from. */
  value: string | null;
  /** Null where the hub did not tell them. */
  options: Option[] | null;
  /** What is wrong with what stands; null where nothing is, or a choice before it is wrong. */
  problem: Problem | null;
}

/**
 * What stands for each variable: the reader's choice, else the default, else the first option. Of choices that
 * cannot stand the first is told: later ones are judged by it. `isLenient` takes them for no choice.
 */
export async function resolveVariables(
  context: QueryContext,
  variables: Record<string, Variable>,
  { isLenient = false } = {},
): Promise<{ resolved: Record<string, ResolvedVariable>; choice: VariableValues; problems: Problem[] }> {
  const resolved: Record<string, ResolvedVariable> = {};
  const problems: Problem[] = [];
  const choice = (name: string) => resolved[name]?.value ?? null;
  for (const [name, variable] of Object.entries(variables)) {
    let failed: Problem | null = null;
    const options = await askOptions({ ...context, choice }, variables, variable).catch((error) => {
      [failed = null] = problemsOf(error);
      return null;
    });
    const isValid = (one: string | null) => one !== null && problemOf(variable, one, options) === null;
    const first = variable.all ? null : (options?.[0]?.value ?? null);
    const fallback = first === null || isValid(variable.default) ? variable.default : first;
    const requested = context.choice(name);
    const value = (isLenient && !isValid(requested) ? null : requested) ?? fallback ?? first;
    const missing = options?.length === 0 ? (variable.emptyProblem ?? null) : failed;
    // Without the options nothing is known to stand where one has to.
    const ownProblem = value === null ? (variable.all ? null : missing) : problemOf(variable, value, options);
    const problem = problems.length > 0 ? null : ownProblem;
    if (problem) problems.push(problem);
    resolved[name] = { variable, value, options, problem };
  }
  return { resolved, choice, problems };
}

function problemOf(variable: Variable, value: string, options: Option[] | null): Problem | null {
  if (variable.isMoment) return problemOfMoment(variable, value, options ?? []);
  if (options === null || options.some((option) => option.value === value)) return null;
  return {
    code: "CHOICE_UNKNOWN",
    text: {
      ko: `‘${variable.label.ko}’에 없는 값입니다: ‘${value}’.`,
      en: `There is no “${value}” among the choices for “${variable.label.en}”.`,
    },
    remedy: remedyFor(value, options),
  };
}

/** The choice that is nearest to what was written, be it the value or its words. */
function remedyFor(written: string, options: readonly Option[]): Problem["remedy"] {
  const near = nearest(
    written,
    options.flatMap(({ value, text }) => [value, text]),
  );
  const option = options.find(({ value, text }) => value === near || text === near);
  if (!option) {
    return {
      ko: "앞서 고른 값에는 고를 것이 없습니다. 그 값부터 바꾸십시오.",
      en: "With the values before it there is nothing to choose from; change those first.",
    };
  }
  const { value, text } = option;
  return value === text
    ? { ko: `가장 가까운 것은 ‘${value}’입니다.`, en: `The nearest is “${value}”.` }
    : { ko: `가장 가까운 것은 ‘${value}’(${text})입니다.`, en: `The nearest is “${value}” (${text}).` };
}

/** A list of moments that is as long as this may have been cut at its old end. */
const mostMoments = 1000;

/** Moments are told newest first: before the oldest nothing was published. */
function problemOfMoment({ label }: Variable, value: string, moments: Option[]): Problem | null {
  const now = new Date();
  const moment = momentOf(value, now);
  const first = moments.length < mostMoments ? moments.at(-1)?.value : undefined;
  if (moment === null || moment > now) {
    return {
      code: "CHOICE_UNKNOWN",
      text: {
        ko: `‘${label.ko}’에 쓸 수 없는 값입니다: ‘${value}’.`,
        en: `“${value}” cannot stand for “${label.en}”.`,
      },
      remedy: {
        ko: "지난 날(2026-11-01)이나 시간대가 붙은 지난 시각(2026-11-01T09:00:00+09:00)을 쓰십시오.",
        en: "Give a day that has passed (2026-11-01), or a moment with its offset (2026-11-01T09:00:00+09:00).",
      },
    };
  }
  if (first === undefined || moment >= new Date(first)) return null;
  return {
    code: "NOTHING_PUBLISHED",
    text: {
      ko: `${value}에는 아직 공표된 자료가 없었습니다.`,
      en: `Nothing was published yet by ${value}.`,
    },
    remedy: {
      ko: `첫 공표(${minutes.format(new Date(first))}) 뒤의 날을 고르십시오.`,
      en: `Choose a day after the first publication (${minutes.format(new Date(first))}).`,
    },
  };
}
