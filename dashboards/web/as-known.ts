import type { Language } from "../localized.ts";
import type { Choices } from "../panels/ask-panel.ts";

const minutes = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Asia/Seoul",
});

/** Says that figures are shown as they were known at the day or moment chosen; null where they are as known now. */
export function asKnown(choice: Choices, language: Language): string | null {
  const chosen = choice("asOf");
  if (chosen === null) return null;
  const when = chosen.includes("T") ? minutes.format(new Date(chosen)) : chosen;
  return language === "ko" ? `${when} 시점에 알려진 대로` : `as known at ${when}`;
}
