import type { PageRequest } from "../../dashboards/pages/page-request.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import type { SignedEmbed } from "./embed-token.ts";

/** The visit of an embed's viewer: the signed values, and in their place what the viewer may choose. Throws VARIABLE_FIXED. */
export function embedVisit(visit: PageRequest, panel: Panel, embed: SignedEmbed): PageRequest {
  const { viewerMayChange, variables } = embed;
  const fixed = Object.keys(panel.variables).filter((name) => !viewerMayChange.includes(name));
  const chosen = fixed.find((name) => visit.choice(name) !== null);
  if (chosen !== undefined) throw mayNotChange(chosen);
  const signed = new Map(variables.map(({ name, value }) => [name, value]));
  return {
    ...visit,
    choice: (name) => (visit.has(name) ? visit.choice(name) : (signed.get(name) ?? null)),
  };
}

const mayNotChange = (name: string): HubError =>
  new HubError(
    "VARIABLE_FIXED",
    {
      ko: `이 임베드에서는 "${name}" 변수를 바꿀 수 없습니다.`,
      en: `In this embed the variable "${name}" may not be changed.`,
    },
    {
      ko: `주소에서 ${particle(name, "을")} 빼거나, viewerMayChange에 넣어 새로 만드십시오.`,
      en: `Take ${name} out of the address, or make an embed that names it in viewerMayChange.`,
    },
  );
