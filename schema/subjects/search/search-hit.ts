import { registerEnumType } from "type-graphql";
import { inLanguage, Language, textLanguage } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import { entity, nullable, text, value } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import type { Searchable } from "../../sql/searchable.ts";
import { joinMunicipality, municipality } from "../municipality/municipality.ts";
import { municipalityCodeOf, pagePath } from "../municipality/page-url.ts";
import { joinPledge, pledge } from "../pledge/pledge.ts";
import { sourcePlace } from "../release/fact-cell.ts";
import { lineUrl } from "../release/source-document.ts";

/** Kinds of what a search finds, by name; each subject adds its own. */
export const SearchKind: Record<string, string> = {};
const descriptions: Record<string, { description: string }> = {};
const kinds = new Map<string, Pick<Searchable, "name" | "folder">>();

/** Adds a kind of hit. */
export function declareSearchKind(kind: string, declared: Pick<Searchable, "name" | "folder">): void {
  SearchKind[kind] = kind;
  descriptions[kind] = { description: describe(declared.name.ko, declared.name.en) };
  kinds.set(kind, declared);
}

registerEnumType(SearchKind, {
  name: "SearchKind",
  description: describe("찾은 것의 종류.", "Kinds of what a search finds."),
  valuesConfig: descriptions,
});

/** Something that a search found. */
export const searchHit = entity(
  "SearchHit",
  { ko: "찾은 것 하나, 출처와 함께.", en: "Something that a search found, with its source." },
  {
    kind: value(() => SearchKind, "kind", "종류.", "Its kind."),
    kindName: {
      is: "computed",
      type: () => String,
      nullable: false,
      description: { ko: "종류의 이름.", en: "Display name of its kind." },
      arguments: { language: textLanguage },
      inputs: { kind: (row) => `${row}.kind` },
      compute: ({ kind }, { language }) => inLanguage(kinds.get(kind)!.name, language),
    },
    code: text(
      "code",
      "질의에 쓰는 코드나 이름. 글머리처럼 그런 것이 없으면 null.",
      "Code or name by which queries name it; null if it has none, such as a bullet.",
      nullable,
    ),
    title: text(
      (row, _, { language }) => `${row}.title_${language === Language.EN ? "en" : "ko"}`,
      "이름. 문서에서 읽은 것은 한국어뿐입니다.",
      "Its title; Korean only for what is read from documents.",
      { arguments: { language: textLanguage } },
    ),
    text: text("text", "찾은 말이 든 글.", "The text that contains the words."),
    url: {
      is: "computed",
      type: () => String,
      nullable: false,
      description: {
        ko: "허브에서 이것을 보여 주는 주소(경로). 따로 쪽이 없으면 적힌 자리.",
        en: "Path of the hub's page about it; of what has no page, the place that it was read from.",
      },
      inputs: {
        kind: (row) => `${row}.kind`,
        code: (row) => `${row}.code`,
        municipality: municipalityCodeOf,
        page: (row) => `${row}.page`,
        place: (row, scope) => lineUrl(row, scope, {}),
      },
      compute: ({ kind, code, municipality: city, page, place }) => {
        const folder = kinds.get(kind)?.folder;
        return page ?? (folder && code !== null ? pagePath(folder, [city, code]) : place);
      },
    },
    municipality: {
      is: "link",
      to: municipality,
      nullable: true,
      join: joinMunicipality,
      description: {
        ko: "지자체. 척도와 패널이면 null.",
        en: "The municipality; null for measures and panels.",
      },
    },
    pledge: {
      is: "link",
      to: pledge,
      nullable: true,
      join: joinPledge(null),
      description: {
        ko: "딸린 공약. 없으면 null.",
        en: "The pledge that it belongs to; null if there is none.",
      },
    },
    source: {
      is: "part",
      of: sourcePlace,
      absent: (row) => `${row}.document_id IS NULL`,
      description: {
        ko: "적힌 자리. 척도와 패널이면 null.",
        en: "The place that it was read from; null for measures and panels.",
      },
    },
  },
);
paged(searchHit, "찾은 것", "hits");
