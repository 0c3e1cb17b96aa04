import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import type { VariableValues } from "../panels/ask-panel.ts";
import { choiceWords } from "../panels/choice-words.ts";

/** What the name of a file says. */
export interface FileSubject {
  panel: Panel;
  city: { code: string; name: string };
  choice: VariableValues;
  /** Number of the release; null if nothing was published or several are meant. */
  release: number | null;
}

/** The name of a file without its ending: panel, municipality, choices and release, in ASCII and in the reader's language. */
export interface FileName {
  ascii: string;
  full: string;
}

/** Names a file by what it holds. */
export function fileName({ panel, city, choice, release }: FileSubject, language: LanguageCode): FileName {
  const chosen = choiceWords(panel.variables, choice, language).filter(
    ({ name }) => (choice(name) ?? panel.variables[name]?.default ?? null) !== null,
  );
  const values = chosen.map(({ name }) => choice(name) ?? panel.variables[name]?.default ?? "");
  const number = release === null ? [] : [release];
  return {
    ascii: joined(
      [panel.name, city.code, ...values, ...number.map((one) => `r${one}`)].map((part) =>
        part.replace(/[^\x20-\x7e]+/g, ""),
      ),
    ),
    full: joined([
      panel.title[language],
      city.name,
      ...chosen.map(({ words }) => words),
      ...number.map((one) => (language === "ko" ? `${one}회차` : `release ${one}`)),
    ]),
  };
}

/** Parts of a name, without what file systems do not take. */
const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/[\\/:*?"<>|%\s]+/g, "-").replace(/^-+|-+$/g, ""))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .join("_");

/** The value of Content-Disposition for a file, by RFC 6266: `filename` is for clients that do not know the other. */
export function contentDisposition(kind: "attachment" | "inline", name: FileName, ending: string): string {
  const encoded = encodeURIComponent(`${name.full}.${ending}`).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${name.ascii}.${ending}"; filename*=UTF-8''${encoded}`;
}
