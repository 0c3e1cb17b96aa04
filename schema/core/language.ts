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
export const TextLanguage = (): ReturnType<typeof Arg> =>
  Arg("language", () => Language, {
    nullable: true,
    defaultValue: Language.KO,
    description: describe("글의 언어.", "The language of the text."),
  });

/** The text in the language asked for; null is Korean. */
export const inLanguage = ({ ko, en }: Localized, language: Language | null): string =>
  language === Language.EN ? en : ko;
