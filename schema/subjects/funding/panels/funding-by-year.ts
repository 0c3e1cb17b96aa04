import { kindsOfData, millionWon } from "../../../panels/columns.ts";
import type { DocumentPanel } from "../../../panels/panel.ts";
import { lastWithAmounts } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";
import { cellStateWords } from "../../release/cell-state.ts";
import { fundingSourceWords } from "../funding-kinds.ts";

/** Who pays for a pledge in which year, as its quarterly report published it. */
export const fundingByYear: DocumentPanel = {
  name: "funding-by-year",
  title: { ko: "연도별·재원별 공표 금액", en: "Published funding by year and source" },
  description: {
    ko: "공약의 분기 보고서가 ‘연도별 집행액’ 표에 공표한 금액입니다. 표는 계획과 집행을 구분하지 않으므로, 기준 분기 뒤의 금액을 이미 집행된 것으로 읽으면 안 됩니다.",
    en: "The amounts that a pledge's quarterly report published in its table of spending by year. The table does not tell planned from executed money: amounts after the report's quarter must not be read as spent.",
  },
  question: `query FundingByYear($ofMunicipality: ID, $knownAt: DateTime, $ofPledge: ID!, $atQuarter: Quarter) {
  ${provenanceFields}
  pledge(asOf: $knownAt, code: $ofPledge, municipality: $ofMunicipality) {
    code
    title
    municipality { code name synthetic }
    department { name url }
    funding(quarter: $atQuarter, phase: [PUBLISHED]) {
      quarter
      source
      period { label start end }
      amount
      state
      citation { line quote url document { name sha256 synthetic release { number } } }
    }
  }
}`,
  variables: {
    ...commonVariables,
    pledge: {
      label: { ko: "공약", en: "Pledge" },
      passedAs: "ofPledge",
      default: "1-4-2",
      options: {
        question: `query Pledges($ofMunicipality: ID!, $knownAt: DateTime) {
  pledges(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, first: 1000) { nodes { code title } }
}`,
        rows: "pledges.nodes",
        value: "code",
        text: "title",
        newestFirst: false,
      },
    },
    quarter: {
      label: { ko: "기준 분기", en: "Quarter" },
      passedAs: "atQuarter",
      default: null,
      all: lastWithAmounts,
      options: {
        question: `query Quarters($ofMunicipality: ID, $knownAt: DateTime, $ofPledge: ID!) {
  pledge(asOf: $knownAt, code: $ofPledge, municipality: $ofMunicipality) { reports { quarter } }
}`,
        rows: "pledge.reports",
        value: "quarter",
        text: "quarter",
        period: "quarter",
        newestFirst: true,
      },
    },
  },
  rows: "pledge.funding",
  subject: "pledge",
  columns: {
    period: {
      kind: "period",
      label: { ko: "기간", en: "Period" },
      selector: "period.label",
      start: "period.start",
      end: "period.end",
    },
    source: {
      kind: "choice",
      label: { ko: "재원", en: "Source" },
      selector: "source",
      choices: fundingSourceWords,
    },
    amount: {
      kind: "amount",
      label: { ko: "금액", en: "Amount" },
      selector: "amount",
      unit: millionWon,
    },
    state: {
      kind: "choice",
      label: { ko: "셀 상태", en: "Cell" },
      selector: "state",
      choices: cellStateWords,
    },
    quarter: { kind: "text", label: { ko: "기준 분기", en: "Quarter" }, selector: "quarter" },
    release: {
      kind: "number",
      label: { ko: "공표 회차", en: "Release" },
      selector: "citation.document.release.number",
    },
    synthetic: {
      kind: "choice",
      label: { ko: "자료 구분", en: "Kind of data" },
      selector: "citation.document.synthetic",
      choices: kindsOfData,
    },
    line: { kind: "number", label: { ko: "문서 줄", en: "Line" }, selector: "citation.line" },
    quote: { kind: "text", label: { ko: "인용", en: "Quote" }, selector: "citation.quote" },
    document: {
      kind: "address",
      label: { ko: "문서", en: "Document" },
      selector: "citation.document.sha256",
    },
    address: { kind: "address", label: { ko: "출처", en: "Provenance" }, selector: "citation.url" },
  },
  cites: { document: "citation.document.name", address: "citation.url" },
  chart: {
    kind: "stacked-bars",
    category: "period",
    series: "source",
    value: "amount",
    state: "state",
    quarter: "quarter",
    document: "document",
    address: "address",
    line: "line",
    quote: "quote",
  },
};
