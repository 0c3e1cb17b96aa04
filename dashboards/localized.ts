/** The languages that pages and pictures speak; Korean unless the reader asks for English. */
export type Language = "ko" | "en";

/** A text that people read, in both languages. */
export type Localized = Record<Language, string>;
