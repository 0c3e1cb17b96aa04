import { registerEnumType } from "type-graphql";
import { Language, textLanguage } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import { entity, integer, type ListField, nullable, sized, text, value } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import { FindingCode, Severity } from "./finding-code.ts";
import { findingDescriptions } from "./finding-descriptions.ts";
import { joinDocument, sourceDocument } from "./source-document.ts";

registerEnumType(FindingCode, {
  name: "FindingCode",
  description: describe("자료에서 찾은 점의 종류.", "Kinds of finding."),
  valuesConfig: findingDescriptions,
});

/** Something questionable in a document; a row also has its municipality. */
export const finding = entity(
  "Finding",
  {
    ko: "가져온 문서에서 의심스럽거나 알아 둘 점. 문서와 함께 계속 보입니다.",
    en: "A questionable or notable point in a document; it remains visible with the document.",
  },
  {
    code: value(() => FindingCode, "code", "종류.", "Kind of finding."),
    severity: value(() => Severity, "severity", "무게.", "Severity."),
    sheet: text(
      "sheet",
      "통합문서의 시트 이름. 시트가 없는 문서면 null.",
      "The sheet of a workbook; null in a document without sheets.",
      nullable,
    ),
    line: integer(
      "line",
      "줄 번호, 1부터. 문서 전체에 대한 것이면 null.",
      "Line number, from 1; null if it concerns the whole document.",
      nullable,
    ),
    column: integer(
      '"column"',
      "칸 번호, 1부터. 칸이 아니면 null.",
      "Cell number, from 1; null if it does not concern a cell.",
      nullable,
    ),
    quote: sized(
      text(
        "quote",
        "그 자리에 적힌 글자 그대로. 줄이 없으면 null.",
        "The exact text at this place; null without a line.",
        nullable,
      ),
      { weight: 2 },
    ),
    message: sized(
      text(
        (row, _, { language }) => `${row}.message_${language === Language.EN ? "en" : "ko"}`,
        "무엇이 왜 이상하고 무엇을 하면 되는가.",
        "What is wrong, and how to fix it.",
        { arguments: { language: textLanguage } },
      ),
      { weight: 5 },
    ),
    document: {
      is: "link",
      to: sourceDocument,
      nullable: false,
      join: joinDocument,
      description: { ko: "찾은 문서.", en: "The document that it concerns." },
    },
  },
);
paged(finding, "찾은 점", "findings");

/** The findings of the document that a row has in `column`. */
export const findingsOf = (column: string, ko: string, en: string): ListField => ({
  is: "list",
  of: finding,
  rows: (alias, scope, _, row) => ({
    from: `finding AS ${alias}`,
    where: `${scope.ofMunicipality(alias, `${row}.municipality_id`)} AND ${alias}.document_id = ${row}.${column}`,
    order: `${alias}.line NULLS FIRST, ${alias}.id`,
  }),
  description: { ko, en },
});
