import { count, inEitherLanguage, link, plain, rowCount } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";

/** Status of each kind of data, including those that nobody reported. */
export const freshness: SummaryPanel = {
  name: "freshness",
  title: { ko: "자료별 최신 현황", en: "Freshness" },
  description: {
    ko: "자료마다 언제 것까지 보고되었고, 언제 어느 문서로 공표되었는지 보입니다.",
    en: "Up to when each kind of data is reported, and when and by which document it was published.",
  },
  question: `query Freshness($ofMunicipality: ID!, $knownAt: DateTime) {
  ${provenanceFields}
  held: municipality(code: $ofMunicipality, asOf: $knownAt) {
    holdings {
      name nameEnglish: name(language: EN)
      latestPeriod latestPeriodEnglish: latestPeriod(language: EN)
      rows document { name url release { publishedAt } }
    }
  }
}`,
  variables: { ...commonVariables },
  rows: "held.holdings",
  columns: {
    name: inEitherLanguage(plain("text", "자료", "Data", "name")),
    period: inEitherLanguage(plain("text", "보고된 마지막 때", "Reported up to", "latestPeriod")),
    published: plain("day", "마지막 공표일", "Last published", "document.release.publishedAt"),
    document: link("공표한 문서", "Document", "document.name", "document.url"),
    rows: count("자료 수", "Rows", "rows", rowCount),
  },
  cites: { document: "document.name", address: "document.url" },
  chart: { kind: "table", reported: "published" },
};
