import { link, plain, words } from "../columns.ts";
import { origin } from "../origin.ts";
import type { SummaryPanel } from "../panel.ts";
import { whose } from "../variables.ts";
import { measureNames } from "./measure-names.ts";

/** Values that changed after they were published, and why. */
export const corrections: SummaryPanel = {
  name: "corrections",
  title: { ko: "정정", en: "Corrections" },
  description: {
    ko: "공표한 뒤 바뀐 값과 그 사유입니다.",
    en: "Values that changed after they were published, and why.",
  },
  question: `query Corrections($ofMunicipality: ID!, $knownAt: DateTime) {
  ${origin}
  changes(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, first: 50) {
    nodes { subject key measure beforeText afterText reason release { number publishedAt } citation { quote url } }
  }
}`,
  variables: { ...whose },
  rows: "changes.nodes",
  columns: {
    key: link("무엇", "What", "key", "citation.url"),
    measure: words("항목", "Figure", "measure", measureNames),
    before: plain("text", "앞", "Before", "beforeText"),
    after: plain("text", "뒤", "After", "afterText"),
    reason: plain("text", "사유", "Reason", "reason"),
    release: plain("text", "회차", "Release", "release.number"),
    published: plain("time", "공표", "Published", "release.publishedAt"),
  },
  chart: { kind: "table" },
  empty: { ko: "공표한 뒤 바뀐 값이 없습니다.", en: "No value changed after it was published." },
};
