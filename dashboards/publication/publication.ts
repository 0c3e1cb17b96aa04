import type { Localized } from "../../schema/core/localized.ts";

/** A licence that published data are under. */
export interface Licence {
  name: Localized;
  /** Its short name in catalogues: KOGL-1. */
  code: string;
  url: string;
}

/** Who publishes the data of this hub, and on which terms. */
export interface Publication {
  /** Name of the publisher; null if the hub does not say. */
  publisher: string | null;
  /** Where to ask: `mailto:` with an address, or a URL; null if the hub does not say. */
  contact: string | null;
  /** Null if the hub states none: then nothing is permitted beyond the law. */
  licence: Licence | null;
}

/** What a hub says that says nothing. */
export const unstated: Publication = { publisher: null, contact: null, licence: null };

const kogl = (type: number, ko: string, en: string): Licence => ({
  code: `KOGL-${type}`,
  name: { ko: `공공누리 제${type}유형: ${ko}`, en: `KOGL Type ${type}: ${en}` },
  url: `https://www.kogl.or.kr/info/licenseType${type}.do`,
});

/** The four types of the Korea Open Government License (공공누리). */
export const licences: readonly Licence[] = [
  kogl(1, "출처표시", "Source Indication"),
  kogl(2, "출처표시 + 상업적 이용금지", "Source Indication, No Commercial Use"),
  kogl(3, "출처표시 + 변경금지", "Source Indication, No Change"),
  kogl(4, "출처표시 + 상업적 이용금지 + 변경금지", "Source Indication, No Commercial Use, No Change"),
];

const labels = {
  publisher: { ko: "제공기관", en: "Publisher" },
  contact: { ko: "문의", en: "Contact" },
  licence: { ko: "이용허락", en: "Licence" },
} satisfies Record<string, Localized>;

/** What people read of a contact. */
export const contactText = (contact: string): string => contact.replace(/^mailto:/, "");

/** What the hub states of its publication, as labels and values, for pages and files. */
export const publicationItems = (
  { publisher, contact, licence }: Publication,
  language: keyof Localized,
): { label: string; value: string; url: string | null }[] => [
  ...(publisher ? [{ label: labels.publisher[language], value: publisher, url: null }] : []),
  ...(contact ? [{ label: labels.contact[language], value: contactText(contact), url: contact }] : []),
  ...(licence ? [{ label: labels.licence[language], value: licence.name[language], url: licence.url }] : []),
];
