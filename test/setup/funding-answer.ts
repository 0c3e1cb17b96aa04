import { readFileSync } from "node:fs";

/** A row of the panel funding-by-year as the hub answers it. */
export interface FundingRow {
  quarter: string;
  source: string;
  period: { label: string; start: string | null; end: string | null };
  amount: number | null;
  state: string;
  citation: {
    line: number;
    quote: string;
    url: string;
    document: { sha256: string; synthetic: boolean; release: { number: number } };
  };
}

export const sha256 = "51".repeat(32);

/** The funding of the real report, as the contract's case 04 gives it, in the shape of the panel's question. */
export function fundingRows(): FundingRow[] {
  const { expected } = JSON.parse(readFileSync("test/contract/cases/04-report-funding.json", "utf8"));
  return expected.report.funding.map((line: FundingRow) => ({
    ...line,
    quarter: "2019-Q2",
    citation: {
      ...line.citation,
      quote: line.citation.quote ?? "",
      url: `/documents/${sha256}#L${line.citation.line}`,
      document: { sha256, synthetic: false, release: { number: 1 } },
    },
  }));
}

/** The answer to the panel's question with these rows. */
export const fundingAnswer = (funding: FundingRow[]) => ({
  pledge: {
    code: "1-4-2",
    title: "사회적경제기업 지원시스템 구축 및 공공기관 우선 구매",
    municipality: { code: "41280", name: "고양시", synthetic: false },
    department: { name: "소상공인지원과" },
    funding,
  },
});
