import type { LanguageCode } from "../../schema/core/localized.ts";

/** An address on the hub with the choices that are set, in the reader's language. */
export function addressOf(
  path: string,
  language: LanguageCode,
  choices: Record<string, string | null | undefined> = {},
): string {
  const [page = path, anchor] = path.split("#");
  const [name, oldSearch] = page.split("?");
  const query = new URLSearchParams(oldSearch);
  for (const [choice, value] of Object.entries(choices)) if (value) query.set(choice, value);
  if (language === "en") query.set("lang", "en");
  const search = query.size > 0 ? `?${query}` : "";
  return `${name}${search}${anchor ? `#${anchor}` : ""}`;
}
