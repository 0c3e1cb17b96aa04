import { Arg } from "type-graphql";
import { declareEnum } from "./enum-words.ts";
import { describe, type Localized } from "./localized.ts";

/** Languages of texts. */
export enum Language {
  KO = "KO",
  EN = "EN",
}
declareEnum(Language, {
  name: "Language",
  description: { ko: "글의 언어.", en: "The language of a text." },
  values: {
    KO: { ko: "한국어", en: "Korean" },
    EN: { ko: "영어", en: "English" },
  },
});

/** The argument `language` of a text that exists in both languages; null stands for Korean. */
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

/** The text in a language; null stands for Korean. */
export const inLanguage = ({ ko, en }: Localized, language: Language | null): string =>
  language === Language.EN ? en : ko;
