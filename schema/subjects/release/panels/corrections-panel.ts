import { citationAt, citationFields } from "../../../panels/cites.ts";
import { code, inEitherLanguage, link, plain } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";

/** Values that changed after their publication, with the reasons. */
export const corrections: SummaryPanel = {
  name: "corrections",
  title: { ko: "정정", en: "Corrections" },
  description: {
    ko: "공표한 뒤 바뀐 값과 그 사유입니다.",
    en: "Values that changed after their publication, with the reasons.",
  },
  question: `query Corrections($ofMunicipality: ID!, $knownAt: DateTime, ${listVariables(50)}) {
  ${provenanceFields}
  changes(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, ${listArguments}) {
    nodes {
      key: keyShown measure: measureName before: beforeShown after: afterShown
      keyEnglish: keyShown(language: EN) measureEnglish: measureName(language: EN)
      beforeEnglish: beforeShown(language: EN) afterEnglish: afterShown(language: EN)
      reason release { number publishedAt } ${citationFields}
    }
    ${listFields}
  }
}`,
  variables: { ...commonVariables },
  rows: "changes.nodes",
  columns: {
    key: inEitherLanguage(link("무엇", "What", "key", "citation.url")),
    measure: inEitherLanguage(plain("text", "항목", "Figure", "measure")),
    before: inEitherLanguage(plain("text", "정정 전", "Before", "before")),
    after: inEitherLanguage(plain("text", "정정 후", "After", "after")),
    reason: plain("text", "사유", "Reason", "reason"),
    release: code("회차", "Release", "release.number"),
    published: plain("time", "공표", "Published", "release.publishedAt"),
  },
  cites: citationAt("citation"),
  chart: { kind: "table" },
  empty: { ko: "공표한 뒤 바뀐 값이 없습니다.", en: "No value changed after it was published." },
};
