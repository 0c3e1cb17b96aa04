import type { Ask } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { resolveVariables } from "../../dashboards/panels/resolve-variables.ts";
import type { PanelValue } from "../../schema/core/embedding.ts";
import { HubError } from "../../schema/core/hub-error.ts";

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
    if (set.get(variable) && one.problem)
      throw new HubError(one.problem.code, one.problem.text, one.problem.remedy);
  }
}
