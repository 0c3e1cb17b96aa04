import type { LanguageCode } from "../../schema/core/localized.ts";
import { minutes } from "../moments.ts";
import type { VariableValues } from "../panels/ask-panel.ts";
import { momentOf } from "../panels/moment.ts";

/** Says that figures are shown as they were known by the day or moment chosen; null where they are as known now. */
export function asOfNote(choice: VariableValues, language: LanguageCode): string | null {
  const chosen = choice("asOf");
  if (chosen === null) return null;
  const moment = chosen.includes("T") ? momentOf(chosen, new Date()) : null;
  const when = moment ? minutes.format(moment) : chosen;
  return language === "ko" ? `${when}까지 공표된 대로` : `as published by ${when}`;
}
