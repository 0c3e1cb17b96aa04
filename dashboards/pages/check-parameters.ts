import { HubError } from "../../schema/core/hub-error.ts";
import { isSlipOf, nearest } from "../../schema/core/nearest.ts";
import { particle } from "../../schema/core/particle.ts";
import type { PageAddress } from "./page-request.ts";

/** The parameter of all pages. */
const language = "lang";
/** How an embed looks, by the parameter `theme`: as the viewer's system does, or always light or dark. */
export const themes: readonly string[] = ["auto", "light", "dark"];
/** Parameters that are whole numbers. */
const numbers: readonly string[] = ["rotate", "screen"];

/**
 * What is wrong with the parameters of an address; null if nothing is. A name that the page does not have would leave a
 * choice out without a word, and so would a second value.
 */
export function parameterError({ parameters }: PageAddress, known: readonly string[]): HubError | null {
  const names = [...parameters.keys()];
  const unknown = names.find((name) => name !== language && !known.includes(name));
  if (unknown !== undefined) return unknownName(unknown, known);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return twoValues(twice);
  const chosen = parameters.get(language);
  if (chosen && chosen !== "ko" && chosen !== "en") return wrongValue(language, chosen, "ko, en");
  const theme = parameters.get("theme");
  if (theme && !themes.includes(theme)) return wrongValue("theme", theme, themes.join(", "));
  for (const name of numbers) {
    const value = parameters.get(name);
    if (value && !/^\d{1,6}$/.test(value)) return wrongValue(name, value, "1, 2, 3, …");
  }
  return null;
}

function unknownName(name: string, known: readonly string[]): HubError {
  const all = [...known.filter((one) => one !== "of"), language];
  const near = nearest(name, all);
  const isSlip = near !== null && isSlipOf(name, near);
  return new HubError(
    "PARAMETER_UNKNOWN",
    {
      ko: `이 주소에 쓸 수 없는 이름입니다: ‘${name}’.`,
      en: `This address does not take the parameter “${name}”.`,
    },
    {
      ko: `${isSlip ? `가장 가까운 것은 ‘${near}’입니다. ` : ""}쓸 수 있는 이름: ${all.join(", ")}.`,
      en: `${isSlip ? `The nearest is “${near}”. ` : ""}It takes ${all.join(", ")}.`,
    },
  );
}

const twoValues = (name: string): HubError =>
  new HubError(
    "PARAMETER_TWICE",
    {
      ko: `주소에 ${particle(`‘${name}’`, "이")} 두 번 있습니다.`,
      en: `The address has “${name}” twice.`,
    },
    { ko: "값을 하나만 쓰십시오.", en: "Give it one value." },
  );

const wrongValue = (name: string, value: string, values: string): HubError =>
  new HubError(
    "CHOICE_UNKNOWN",
    {
      ko: `‘${name}’에 쓸 수 없는 값입니다: ‘${value}’.`,
      en: `“${value}” is not a value of “${name}”.`,
    },
    { ko: `쓸 수 있는 값: ${values}.`, en: `It takes ${values}.` },
  );
