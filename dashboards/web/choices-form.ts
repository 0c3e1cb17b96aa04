import { askOptions, type Option } from "../panels/ask-panel.ts";
import type { Panel } from "../panels/panel.ts";
import { type Html, html } from "./html.ts";
import type { Visit } from "./view.ts";

const words = { show: { ko: "보기", en: "Show" }, latest: { ko: "최근 분기", en: "Latest" } };

/** The form in which a reader chooses what a panel shows: by all of its variables, or by those named. It works without a script. */
export async function choicesForm(
  { ask, address, language, choice }: Visit,
  panel: Panel,
  names: readonly string[] = Object.keys(panel.variables),
): Promise<Html> {
  const variables = Object.entries(panel.variables).filter(([name]) => names.includes(name));
  const fields = variables.map(async ([name, { label, default: unset }]) => {
    const value = choice(name) ?? unset ?? "";
    // Where the values cannot be had the reader may still write one; the panel's place says what is wrong.
    const options = await askOptions(ask, panel, name, choice).catch(() => null);
    const field = options ? list(name, value, unset === null ? "" : null, options) : written(name, value);
    return html`<label><span>${label[language]}</span>${field}</label>`;
  });

  const list = (name: string, chosen: string, unset: string | null, options: Option[]) => {
    const known = options.some(({ value }) => value === chosen) || chosen === unset;
    const all = known ? options : [{ value: chosen, text: chosen }, ...options];
    return html`<select name="${name}">
${unset !== null && html`<option value="">${words.latest[language]}</option>`}
${all.map(({ value, text }) => html`<option value="${value}"${value === chosen && html` selected`}>${value === text ? text : `${value} ${text}`}</option>`)}
</select>`;
  };
  const written = (name: string, value: string) => html`<input name="${name}" value="${value}">`;

  return html`<form class="choices" action="${address.split("?")[0]!}" target="_self">
${await Promise.all(fields)}
${language === "en" && html`<input type="hidden" name="lang" value="en">`}
<button>${words.show[language]}</button></form>`;
}
