import { citationAt, citationFields } from "../../../panels/cites.ts";
import { link, millionWon, money, plain, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { anyQuarterOf, lastWithAmounts } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, pledge } from "../../../panels/variables.ts";
import { fundingPhaseWords, fundingSourceWords } from "../funding-kinds.ts";

/** All amounts that a pledge reported for a quarter, with their citations. */
export const fundingLines: SummaryPanel = {
  name: "funding-lines",
  title: { ko: "공약의 금액과 출처", en: "Amounts of a pledge" },
  description: {
    ko: "한 공약이 한 분기에 보고한 모든 금액과 그 출처입니다.",
    en: "All amounts that a pledge reported for a quarter, with their citations.",
  },
  question: `query FundingLines($ofMunicipality: ID!, $knownAt: DateTime, $ofPledge: ID!, $atQuarter: Quarter) {
  ${provenanceFields}
  pledge(asOf: $knownAt, code: $ofPledge, municipality: $ofMunicipality) {
    funding(quarter: $atQuarter) { quarter phase source period { label } amount: amountIn(unit: MILLION_WON) ${citationFields} }
  }
}`,
  variables: {
    ...commonVariables,
    pledge,
    quarter: anyQuarterOf("fundingSummary", lastWithAmounts),
  },
  rows: "pledge.funding",
  columns: {
    quote: link("출처(적힌 글)", "Quote", "citation.quote", "citation.url"),
    quarter: plain("quarter", "분기", "Quarter", "quarter"),
    phase: words("단계", "Phase", "phase", fundingPhaseWords),
    source: words("재원", "Source", "source", fundingSourceWords),
    period: plain("text", "기간", "Period", "period.label"),
    amount: money("금액", "Amount", "amount", millionWon),
  },
  cites: citationAt("citation"),
  chart: { kind: "table" },
  empty: { ko: "이 조건으로 보고된 금액이 없습니다.", en: "No amounts are reported for these choices." },
};
