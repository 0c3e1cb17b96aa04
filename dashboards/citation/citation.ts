import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import { kindsOfData } from "../../schema/panels/columns.ts";
import type { Provenance } from "../../schema/panels/provenance.ts";
import { addressOf } from "../markup/hub-address.ts";
import { days } from "../moments.ts";
import type { Publication } from "../publication/publication.ts";

/** What is cited: a panel, board or page with its choices, as published by a release. */
export interface CitedView {
  /** What it is called. */
  title: Localized;
  /** What was chosen, in words. */
  choices: Readonly<Record<LanguageCode, readonly string[]>>;
  provenance: Provenance;
  /** Path on the hub, and the choices that stand, without the moment. */
  path: string;
  parameters: Readonly<Record<string, string | null>>;
}

/** A citation to copy. */
export interface Citation {
  short: string;
  long: string;
  bibtex: string;
  /** Address that shows the same for ever: path and choices, pinned to the release. With the hub's origin if it is known. */
  address: string;
  /** When the release was published. */
  publishedAt: Date;
}

const hubName = { ko: "공약 데이터 허브", en: "Pledge Data Hub" };

/** The citation of what was seen, in a language; null if nothing is published yet. */
export function citationOf(
  { title, choices, provenance, path, parameters }: CitedView,
  { origin, publication }: { origin: string | null; publication: Publication },
  language: LanguageCode,
): Citation | null {
  const { code, municipality, synthetic, release } = provenance;
  if (release === null) return null;
  const publishedAt = new Date(release.publishedAt);
  const day = days.format(publishedAt);
  const pinned = { ...parameters, asOf: publishedAt.toISOString() };
  const address = (origin ?? "") + addressOf(path, language, pinned);
  const ko = language === "ko";
  const city = synthetic ? `${municipality} (${kindsOfData.true[language]})` : municipality;
  const number = ko ? `${release.number}회차` : `release ${release.number}`;
  const published = ko ? `${day} 공표` : `published ${day}`;
  const name = [title[language], ...choices[language]].join(", ");
  const quoted = (text: string) => (ko ? `「${text}」` : `“${text}”`);
  const { publisher, licence } = publication;
  const host = [hubName[language], publisher].filter(Boolean).join(", ");
  const terms = licence ? ` ${licence.name[language]}.` : "";
  return {
    short: `${city}, ${quoted(title[language])}, ${number} (${day}).`,
    long: `${city}. ${quoted(name)}. ${host}, ${number}, ${published}. ${address}.${terms}`,
    bibtex: bibtexOf(`hub-${code}-r${release.number}-${path.split("/").at(-1)}`, {
      author: `{${escapeTex(city)}}`,
      title: `{${escapeTex(name)}}`,
      year: day.slice(0, 4),
      howpublished: escapeTex(host),
      note: escapeTex([`${number}, ${published}`, ...(licence ? [licence.name[language]] : [])].join(". ")),
      url: address,
    }),
    address,
    publishedAt,
  };
}

/** An entry of BibTeX. Its key is ASCII: older programs take no other. */
function bibtexOf(key: string, fields: Record<string, string>): string {
  const ascii = key.replace(/[^A-Za-z0-9-]+/g, "-");
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${ascii},\n${lines.join(",\n")}\n}\n`;
}

const texNames: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** A text as TeX prints it. */
const escapeTex = (text: string): string =>
  text.replace(/[\\{}$&#%_~^]/g, (sign) => texNames[sign] ?? `\\${sign}`);
