import { Arg, registerEnumType } from "type-graphql";
import { describe, type Localized } from "./localized.ts";

/** The languages of texts that the hub has in both. */
export enum Language {
  KO = "KO",
  EN = "EN",
}
registerEnumType(Language, {
  name: "Language",
  description: describe("글의 언어.", "The language of a text."),
  valuesConfig: {
    KO: { description: describe("한국어", "Korean") },
    EN: { description: describe("영어", "English") },
  },
});

/** The argument `language` of a text that the hub has in both languages; null is Korean. */
export const textLanguage = {
  type: () => Language,
  nullable: true,
  default: Language.KO,
  description: { ko: "글의 언어.", en: "The language of the text." },
};

/** The same argument of a resolver's field. */
export const TextLanguage = (): ReturnType<typeof Arg> =>
  Arg("language", textLanguage.type, {
    nullable: true,
    defaultValue: textLanguage.default,
    description: describe(textLanguage.description.ko, textLanguage.description.en),
  });

/** The text in a language; null is Korean. */
export const inLanguage = ({ ko, en }: Localized, language: Language | null): string =>
  language === Language.EN ? en : ko;
