import type { CellValue } from "../../feeds/cell.ts";
import type { Feed } from "../../feeds/feed.ts";
import { CellState } from "../release/cell-state.ts";
import { FundingPhase, FundingSource } from "./funding-kinds.ts";

const phases = [FundingPhase.PLANNED, FundingPhase.SECURED, FundingPhase.BUDGETED, FundingPhase.EXECUTED];

const stateOf = (amount: CellValue, quote: string): CellState =>
  amount !== null ? CellState.VALUE : quote.trim() === "" ? CellState.BLANK : CellState.DASH;

/** Money by pledge, quarter, fiscal year and source, in its four phases. */
export const budgetFeed: Feed = {
  name: "budget",
  table: "funding_line",
  title: { ko: "예산", en: "Budgets" },
  subject: "FUNDING",
  period: "quarter",
  countsAreKept: true,
  plausible: [
    { is: "past", field: "quarter" },
    { is: "near", field: "year", to: "quarter", years: 5 },
  ],
  stored: {
    where: "phase <> 'PUBLISHED'",
    sameRow: "(pledge_id, quarter, year, source)",
    reported: "amount IS NOT NULL",
    columns: [
      { name: "pledge_id", role: "key" },
      { name: "quarter", role: "key" },
      { name: "source", role: "key" },
      { name: "phase", role: "key" },
      { name: "period_start", role: "key" },
      { name: "period_end", role: "key" },
      { name: "amount", role: "value", measuredBy: "phase", quoted: true },
      { name: "year", role: "extra" },
      { name: "period_label", role: "extra" },
      { name: "state", role: "extra" },
      { name: "column", role: "extra" },
      { name: "quote", role: "extra" },
    ],
    // A row of the feed is four funding lines, each with a cell of its own.
    rowsOf: ({ line, values: [pledge, quarter, year, source, ...amounts] }, cell) =>
      phases.map((phase, index) => {
        const amount = amounts[index]!;
        const { column, quote } = cell(line, phase.toLowerCase());
        const key = [pledge!, quarter!, source!, phase, `${year}-01-01`, `${year}-12-31`];
        return {
          line,
          values: [...key, amount, year!, String(year), stateOf(amount, quote), column, quote],
        };
      }),
  },
  notAbove: [["executed", "budgeted"]],
  columns: [
    {
      field: "pledge",
      heading: "공약번호",
      type: { is: "text" },
      key: true,
      references: "pledge",
      means: { ko: "공약의 번호", en: "code of the pledge" },
      example: "1-4-2",
      synonyms: ["관리번호", "공약관리번호", "공약코드", "공약"],
    },
    {
      field: "quarter",
      heading: "기준분기",
      type: { is: "quarter" },
      key: true,
      means: { ko: "금액을 본 분기", en: "the quarter that the amounts are of" },
      example: "2025-Q1",
      synonyms: ["기준시점", "시점", "분기", "점검시기", "기준"],
    },
    {
      field: "year",
      heading: "회계연도",
      type: { is: "year" },
      key: true,
      means: { ko: "예산의 회계연도", en: "fiscal year of the budget" },
      example: "2025",
      synonyms: ["연도", "년도", "예산연도"],
    },
    {
      field: "source",
      heading: "재원",
      type: {
        is: "choice",
        choices: {
          국비: FundingSource.NATIONAL,
          도비: FundingSource.PROVINCE,
          시비: FundingSource.CITY,
          기타: FundingSource.OTHER,
        },
        spellings: { 국고: "국비", 국고보조금: "국비", 도비보조금: "도비", 기타재원: "기타" },
      },
      key: true,
      means: { ko: "누가 대는 돈인가", en: "who pays" },
      example: "시비",
      synonyms: ["재원구분", "재원별", "구분"],
    },
    {
      field: "planned",
      heading: "총사업비",
      type: { is: "won" },
      unit: "백만원",
      means: { ko: "계획한 총사업비", en: "planned total cost" },
      example: "1,082.8",
      synonyms: ["계획", "계획액", "총사업비계획", "사업비"],
    },
    {
      field: "secured",
      heading: "확보액",
      type: { is: "won" },
      unit: "백만원",
      means: { ko: "확보한 재정", en: "money secured" },
      example: "734.5",
      synonyms: ["확보", "재원확보액", "확보재원", "확보예산"],
    },
    {
      field: "budgeted",
      heading: "예산현액",
      type: { is: "won" },
      unit: "천원",
      means: { ko: "추경과 이월을 더한 지금의 예산", en: "the current budget" },
      example: "1,176,258",
      synonyms: ["예산", "예산액", "현예산"],
    },
    {
      field: "executed",
      heading: "집행액누계",
      type: { is: "won" },
      cumulative: true,
      unit: "천원",
      means: { ko: "그 분기 말까지 집행한 누계", en: "executed up to the end of the quarter" },
      example: "242,314",
      synonyms: ["집행액", "집행", "집행누계", "집행누계액", "지출액"],
    },
  ],
};
