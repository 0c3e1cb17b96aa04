import type { Ask } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { type ResolvedVariable, resolveVariables } from "../../dashboards/panels/resolve-variables.ts";
import type { PanelValue } from "../../schema/core/embedding.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { nearest } from "../../schema/core/nearest.ts";
import type { Problem } from "../../schema/core/problem.ts";

/** Throws a HubError for a value that the panel does not offer its readers, given the values of earlier variables. */
export async function checkEmbedValues(
  name: string,
  variables: readonly PanelValue[],
  ask: Ask,
): Promise<void> {
  const panel = panels.get(name);
  if (!panel) return;
  const set = new Map(variables.map((variable) => [variable.name, variable.value]));
  const choice = (variable: string) => set.get(variable) ?? null;
  const { resolved } = await resolveVariables({ ask, language: "ko", choice }, panel.variables);
  for (const [variable, one] of Object.entries(resolved)) {
    if (set.get(variable) && one.problem) throw refusal(one, one.problem);
  }
}

function refusal({ variable, value, options }: ResolvedVariable, { code, text, remedy }: Problem): HubError {
  if (code !== "CHOICE_UNKNOWN" || variable.isMoment) return new HubError(code, text, remedy);
  const values = (options ?? []).map((option) => option.value);
  if (values.length === 0) {
    return new HubError(code, text, {
      ko: "앞서 고른 값에는 고를 것이 없습니다. 그 값부터 바꾸십시오.",
      en: "With the values before it there is nothing to choose from; change those first.",
    });
  }
  const near = nearest(value ?? "", values);
  return new HubError(code, text, {
    ko: `가장 가까운 것은 ‘${near}’입니다.`,
    en: `The nearest is “${near}”.`,
  });
}
