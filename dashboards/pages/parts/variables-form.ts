import type { LanguageCode } from "../../../schema/core/localized.ts";
import { noneValue } from "../../../schema/panels/none-value.ts";
import type { Variable } from "../../../schema/panels/variable.ts";
import { type Html, html } from "../../markup/html.ts";
import type { Option } from "../../panels/ask-panel.ts";
import type { ResolvedVariable } from "../../panels/resolve-variables.ts";
import { offeredOf } from "../canonical-url.ts";

const labels = {
  show: { ko: "보기", en: "Show" },
  none: { ko: "없음", en: "None" },
  choices: { ko: "고른 조건", en: "Choices" },
};

/**
 * The form in which a reader chooses what is shown at `action`, a path. It works without a script. On a phone,
 * and in print, it is one line of what is chosen. `kept` are parameters of the address that stay as they are; null
 * where the address has none.
 */
export function choicesForm(
  resolved: Record<string, ResolvedVariable>,
  action: string,
  language: LanguageCode,
  kept: Record<string, string | null> = {},
): Html {
  // Other choices depend on the moment, and so it comes early; people seldom choose one.
  const ordered = Object.entries(resolved).sort(([, one], [, other]) => lateness(one) - lateness(other));
  return html`<details class="chosen"><summary><span class="unseen">${labels.choices[language]}: </span>${ordered.flatMap(([, one]) => chosenWords(one)).join(" · ") || labels.choices[language]}</summary>
<form class="choices" action="${action}" target="_self">
${ordered.map(([name, one]) => html`<label><span>${one.variable.label[language]}</span>${field(name, one, language)}</label>`)}
${resolved.municipality ? html`<input type="hidden" name="${offeredOf}" value="${resolved.municipality.value}">` : null}
${Object.entries(kept).map(([name, value]) => value !== null && html`<input type="hidden" name="${name}" value="${value}">`)}
${language === "en" && html`<input type="hidden" name="lang" value="en">`}
<button>${labels.show[language]}</button></form></details>`;
}

/** What is chosen, in words; nothing where all is, or now. */
function chosenWords({ value, options }: ResolvedVariable): string[] {
  if (value === null) return [];
  return [options?.find((option) => option.value === value)?.text ?? value];
}

const lateness = ({ variable }: ResolvedVariable): number => (variable.isMoment ? 1 : 0);

/** A list; where the values cannot be had the reader may still write one, and the panel's place says what is wrong. */
function field(name: string, { variable, value, options }: ResolvedVariable, language: LanguageCode): Html {
  if (!options) return html`<input name="${name}" value="${value ?? ""}">`;
  const isOffered = value === null || options.some((option) => option.value === value);
  const all = isOffered ? options : [{ value, text: value }, ...options];
  if (all.length === 0 && !variable.all)
    return html`<select name="${name}"><option value="">${labels.none[language]}</option></select>`;
  return html`<select name="${name}">
${variable.all ? html`<option value="">${variable.all[language]}</option>` : null}
${all.map((option) => html`<option value="${option.value}"${option.value === value && html` selected`}>${wordsFor(option, variable)}</option>`)}
</select>`;
}

/** A code with its words; words alone where the code says nothing to people. */
export function wordsFor({ value, text }: Option, { options, isMoment }: Variable): string {
  const wordsOnly = "choices" in options || options.period !== undefined || isMoment;
  return wordsOnly || value === text || value === noneValue ? text : `${value} ${text}`;
}
