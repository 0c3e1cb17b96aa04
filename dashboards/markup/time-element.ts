import type { LanguageCode } from "../../schema/core/localized.ts";
import { type Html, html } from "./html.ts";

const formats = {
  ko: new Intl.DateTimeFormat("ko-KR", {
    dateStyle: "long",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: "Asia/Seoul",
  }),
  en: new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: "Asia/Seoul",
  }),
};

/** A moment as people in Korea read it, with the exact one for machines. */
export function time(moment: string | Date, language: LanguageCode): Html {
  const date = new Date(moment);
  return html`<time datetime="${date.toISOString()}">${formats[language].format(date)}</time>`;
}
