import { offeredOf } from "../../dashboards/pages/canonical-url.ts";
import { parameterError } from "../../dashboards/pages/check-parameters.ts";
import type { PageRequest } from "../../dashboards/pages/page-request.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import type { SignedEmbed } from "./embed-token.ts";

/**
 * A request for an embed: the signed values, overridden by those that the viewer may change. `alsoTaken` names parameters
 * that are no variables. Throws VARIABLE_FIXED, PARAMETER_UNKNOWN and CHOICE_UNKNOWN.
 */
export function embedRequest(
  request: PageRequest,
  panel: Panel,
  embed: SignedEmbed,
  alsoTaken: readonly string[] = [],
): PageRequest {
  const { viewerMayChange, variables } = embed;
  const wrong = parameterError(request, [...Object.keys(panel.variables), offeredOf, ...alsoTaken]);
  if (wrong) throw wrong;
  const fixed = Object.keys(panel.variables).filter((name) => !viewerMayChange.includes(name));
  const changed = fixed.find((name) => request.choice(name) !== null);
  if (changed !== undefined) throw variableFixed(changed);
  const signed = new Map(variables.map(({ name, value }) => [name, value]));
  return {
    ...request,
    choice: (name) => (request.has(name) ? request.choice(name) : (signed.get(name) ?? null)),
  };
}

const variableFixed = (name: string): HubError =>
  new HubError(
    "VARIABLE_FIXED",
    {
      ko: `이 임베드에서는 "${name}" 변수를 바꿀 수 없습니다.`,
      en: `This embed does not allow changing the variable "${name}".`,
    },
    {
      ko: `주소에서 ${particle(name, "을")} 빼거나, viewerMayChange에 넣어 새로 만드십시오.`,
      en: `Remove ${name} from the URL, or create an embed that lists it in viewerMayChange.`,
    },
  );
