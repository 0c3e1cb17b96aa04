import type { LanguageCode } from "../../../schema/core/localized.ts";
import { type Html, html } from "../../markup/html.ts";
import type { Option } from "../../panels/ask-panel.ts";
import { noneValue } from "../../panels/none-value.ts";
import type { Variable } from "../../panels/panel.ts";
import type { Chosen } from "../../panels/resolve-variables.ts";
import { offeredOf } from "../canonical-url.ts";

const words = { show: { ko: "보기", en: "Show" }, none: { ko: "없음", en: "None" } };

/** The form in which a reader chooses what is shown at `action`, a path. It works without a script. */
export function choicesForm(chosen: Record<string, Chosen>, action: string, language: LanguageCode): Html {
  // Other choices depend on the moment, and so it comes early; people seldom choose one.
  const shown = Object.entries(chosen).sort(([, one], [, other]) => lateness(one) - lateness(other));
  return html`<form class="choices" action="${action}" target="_self">
${shown.map(([name, one]) => html`<label><span>${one.variable.label[language]}</span>${field(name, one, language)}</label>`)}
${chosen.municipality ? html`<input type="hidden" name="${offeredOf}" value="${chosen.municipality.value}">` : null}
${language === "en" && html`<input type="hidden" name="lang" value="en">`}
<button>${words.show[language]}</button></form>`;
}

const lateness = ({ variable }: Chosen): number => (variable.isMoment ? 1 : 0);

/** A list; where the values cannot be had the reader may still write one, and the panel's place says what is wrong. */
function field(name: string, { variable, value, options }: Chosen, language: LanguageCode): Html {
  if (!options) return html`<input name="${name}" value="${value ?? ""}">`;
  const known = value === null || options.some((option) => option.value === value);
  const all = known ? options : [{ value, text: value }, ...options];
  if (all.length === 0 && !variable.all)
    return html`<select name="${name}"><option value="">${words.none[language]}</option></select>`;
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
