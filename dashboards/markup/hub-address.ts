import type { LanguageCode } from "../../schema/core/localized.ts";

/** Lines on one page of a document. */
export const linesPerPage = 500;

/** The path of the page that shows a line of a document, from the path of the document. */
export function lineAddress(document: string, line: number | null, sheet: string | null = null): string {
  if (line === null || document.includes("#")) return document;
  const first = Math.floor((line - 1) / linesPerPage) * linesPerPage + 1;
  const query = new URLSearchParams({
    ...(sheet !== null && { sheet }),
    ...(first > 1 && { from: String(first) }),
  });
  return `${document}${query.size > 0 ? `?${query}` : ""}#L${line}`;
}

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
