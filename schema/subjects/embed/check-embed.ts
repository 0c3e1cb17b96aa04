import type { EmbeddablePanel } from "../../core/embedding.ts";
import { HubError } from "../../core/hub-error.ts";
import type { Localized } from "../../core/localized.ts";
import { particle } from "../../core/particle.ts";
import type { PanelVariable } from "./panel-variable.ts";

const refused = (text: Localized, remedy: Localized): HubError =>
  new HubError("BAD_USER_INPUT", text, remedy);

/** The panel of that name. Throws PANEL_UNKNOWN. */
export function panelNamed(panels: ReadonlyMap<string, EmbeddablePanel>, name: string): EmbeddablePanel {
  const panel = panels.get(name);
  if (panel) return panel;
  const names = [...panels.keys()].join(", ");
  throw new HubError(
    "PANEL_UNKNOWN",
    { ko: `"${name}" 패널은 없습니다.`, en: `There is no panel "${name}".` },
    { ko: `다음 가운데 고르십시오: ${names}`, en: `Choose one of: ${names}` },
  );
}

/** Throws BAD_USER_INPUT for a variable that the panel does not have, or one that is set twice. */
export function checkVariables(
  panel: EmbeddablePanel,
  variables: readonly PanelVariable[],
  viewerMayChange: readonly string[],
): void {
  const names = variables.map(({ name }) => name);
  const unknown = [...names, ...viewerMayChange].find((name) => !panel.variables.includes(name));
  const available = panel.variables.join(", ");
  if (unknown !== undefined) {
    throw refused(
      { ko: `이 패널에는 "${unknown}" 변수가 없습니다.`, en: `The panel has no variable "${unknown}".` },
      { ko: `다음 가운데 고르십시오: ${available}`, en: `Choose among: ${available}` },
    );
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  throw refused(
    { ko: `"${twice}" 변수의 값이 둘입니다.`, en: `The variable "${twice}" has two values.` },
    { ko: "한 번만 쓰십시오.", en: "Give it once." },
  );
}

/** An origin as browsers write it. Throws BAD_USER_INPUT for a path, a wildcard, or a scheme other than http and https. */
export function originFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url && /^https?:$/.test(url.protocol) && !/[*;,\s]/.test(url.host);
  if (bare && url.href === `${url.origin}/`) return url.origin;
  throw refused(
    { ko: `${particle(`"${text}"`, "은")} 출처가 아닙니다.`, en: `"${text}" is no origin.` },
    {
      ko: "https://www.example.go.kr처럼 경로 없이, 하나씩 쓰십시오.",
      en: "Write it like https://www.example.go.kr, without a path, each one by itself.",
    },
  );
}

/** Throws BAD_USER_INPUT for an expiry in the past. */
export function checkEnd(expiresAt: Date | null): void {
  if (!expiresAt || expiresAt.valueOf() > Date.now()) return;
  throw refused(
    {
      ko: `expiresAt ${particle(expiresAt.toISOString(), "은")} 지난 시각입니다.`,
      en: `expiresAt ${expiresAt.toISOString()} has passed.`,
    },
    { ko: "앞으로 올 시각을 쓰거나 빼십시오.", en: "Give a time to come, or leave it out." },
  );
}
