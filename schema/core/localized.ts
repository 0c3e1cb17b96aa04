/** A text that people read, in both languages of the hub. */
export interface Localized {
  ko: string;
  en: string;
}

/** A language of texts that people read, as pages and images name it; Korean unless the reader selects English. */
export type LanguageCode = keyof Localized;

/** A description for the schema: Korean first, then English. */
export const describe = (ko: string, en: string): string => `${ko}\n\n${en}`;
