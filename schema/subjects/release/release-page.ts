import { code, count, inEitherLanguage, link, plain, rowCount } from "../../panels/columns.ts";
import type { EntityPage } from "../../panels/entity-page.ts";
import { provenanceFields } from "../../panels/provenance.ts";

/** The page of a release: its documents, and what it changed. */
export const releasePage: EntityPage = {
  folder: "releases",
  kind: { ko: "공표 회차", en: "Release" },
  keys: { number: { passedAs: "number", isNumber: true } },
  question: `query ReleasePage($ofMunicipality: ID!, $knownAt: DateTime, $number: Int!) {
  ${provenanceFields}
  release(municipality: $ofMunicipality, number: $number, asOf: $knownAt) {
    number url name nameEnglish: name(language: EN) publishedAt reason
    documents { name url lineCount }
    changes(first: 200) {
      totalCount
      nodes {
        key: keyShown measure: measureName before: beforeShown after: afterShown
        keyEnglish: keyShown(language: EN) measureEnglish: measureName(language: EN)
        beforeEnglish: beforeShown(language: EN) afterEnglish: afterShown(language: EN)
        citation { url }
      }
    }
  }
}`,
  entity: "release",
  title: inEitherLanguage(plain("text", "회차", "Release", "name")),
  facts: {
    number: code("회차", "Release", "number"),
    published: plain("time", "공표", "Published", "publishedAt"),
    reason: plain("text", "사유", "Reason", "reason"),
  },
  tables: [
    {
      title: { ko: "들어온 문서", en: "Documents" },
      rows: "release.documents",
      columns: {
        name: link("문서", "Document", "name", "url"),
        lines: count("줄 수", "Lines", "lineCount", rowCount),
      },
    },
    {
      title: { ko: "바뀐 값", en: "Changes" },
      rows: "release.changes.nodes",
      total: "release.changes.totalCount",
      columns: {
        key: inEitherLanguage(link("무엇", "What", "key", "citation.url")),
        measure: inEitherLanguage(plain("text", "항목", "Figure", "measure")),
        before: inEitherLanguage(plain("text", "정정 전", "Before", "before")),
        after: inEitherLanguage(plain("text", "정정 후", "After", "after")),
      },
    },
  ],
};
