import type { Column } from "../../panels/column.ts";
import { code, link, millionWon, money, plain, rateOfMoney, words } from "../../panels/columns.ts";
import type { EntityPage, EntityTable } from "../../panels/entity-page.ts";
import { provenanceFields } from "../../panels/provenance.ts";
import { pledgeStateWords } from "./pledge-state.ts";

const cited = "citation { document { name } url }";
const statement = `text ${cited} report { quarter url }`;
const source = link("출처", "Source", "citation.document.name", "citation.url");
const text = link("적힌 글", "Text", "text", "citation.url");

/** A quarter that leads to its report. */
const inQuarter = (ko: string, en: string, selector: string, page: string): Column => ({
  ...plain("quarter", ko, en, selector),
  page,
});

const ofReports = (ko: string, en: string, rows: string): EntityTable => ({
  title: { ko, en },
  rows,
  columns: { text, quarter: inQuarter("보고 분기", "Report", "report.quarter", "report.url") },
});

/** The page of a pledge: its states and money over time, its reports and what belongs to it. */
export const pledgePage: EntityPage = {
  folder: "pledges",
  kind: { ko: "공약", en: "Pledge" },
  keys: { code: { passedAs: "pledge" } },
  question: `query PledgePage($ofMunicipality: ID!, $knownAt: DateTime, $pledge: ID!) {
  ${provenanceFields}
  pledge(municipality: $ofMunicipality, code: $pledge, asOf: $knownAt) {
    code title url state department { name url }
    states { quarter state ${cited} }
    reports {
      quarter url document { name url }
      problems { ${statement} } remedies { ${statement} }
      dates { start end planned statement { text } ${cited} }
    }
    outlets { code name url openedOn closedOn }
    courses { code name url }
  }
  money: fundingSummary(asOf: $knownAt, groupBy: [QUARTER], where: { municipality: [$ofMunicipality], pledge: [$pledge] }) {
    rows { quarter planned: plannedIn(unit: MILLION_WON) secured: securedIn(unit: MILLION_WON) budgeted: budgetedIn(unit: MILLION_WON) executed: executedIn(unit: MILLION_WON) published: publishedIn(unit: MILLION_WON) execution { value numerator denominator nullReason } }
  }
  plans: planFollowUps(asOf: $knownAt, where: { municipality: [$ofMunicipality], pledge: [$pledge] }, first: 200) {
    totalCount nodes { plan { ${statement} } result { text ${cited} } }
  }
}`,
  entity: "pledge",
  title: plain("text", "공약명", "Title", "title"),
  facts: {
    code: code("공약번호", "Code", "code"),
    department: link("소관부서", "Department", "department.name", "department.url"),
    state: words("최근 이행 상태", "Latest state", "state", pledgeStateWords),
  },
  tables: [
    {
      title: { ko: "이행 상태", en: "States" },
      rows: "pledge.states",
      columns: {
        quarter: plain("quarter", "분기", "Quarter", "quarter"),
        state: words("이행 상태", "State", "state", pledgeStateWords, "citation.url"),
        source,
      },
    },
    {
      title: { ko: "재정", en: "Money" },
      rows: "money.rows",
      columns: {
        quarter: plain("quarter", "분기", "Quarter", "quarter"),
        planned: money("총사업비", "Planned", "planned", millionWon),
        secured: money("확보액", "Secured", "secured", millionWon),
        budgeted: money("예산현액", "Budgeted", "budgeted", millionWon),
        executed: money("집행액", "Executed", "executed", millionWon),
        execution: rateOfMoney("집행률", "Execution rate", "execution", millionWon),
        published: money("보고서에 공표된 금액", "Published in reports", "published", millionWon),
      },
    },
    {
      title: { ko: "분기 보고서", en: "Quarterly reports" },
      rows: "pledge.reports",
      columns: {
        quarter: inQuarter("분기", "Quarter", "quarter", "url"),
        document: link("원본 문서", "Document", "document.name", "document.url"),
      },
    },
    {
      title: { ko: "계획과 다음 분기 보고", en: "Plans beside the next reports" },
      rows: "plans.nodes",
      total: "plans.totalCount",
      columns: {
        plan: link("계획", "Plan", "plan.text", "plan.citation.url"),
        quarter: inQuarter("보고 분기", "Report", "plan.report.quarter", "plan.report.url"),
        result: link("다음 분기 보고", "In the next report", "result.text", "result.citation.url"),
      },
    },
    {
      title: { ko: "적힌 날짜", en: "Dates stated" },
      rows: "pledge.reports.dates",
      columns: {
        start: link("시작", "From", "start", "citation.url"),
        end: plain("day", "끝", "To", "end"),
        planned: words("구분", "Of which", "planned", {
          true: { ko: "계획", en: "Planned" },
          false: { ko: "실적", en: "Result" },
        }),
        text: plain("text", "적힌 글", "Text", "statement.text"),
      },
    },
    ofReports("문제점", "Problems", "pledge.reports.problems"),
    ofReports("개선대책", "Remedies", "pledge.reports.remedies"),
    {
      title: { ko: "판매장", en: "Outlets" },
      rows: "pledge.outlets",
      columns: {
        name: link("이름", "Name", "name", "url"),
        opened: plain("day", "문을 연 날", "Opened", "openedOn"),
        closed: plain("day", "닫은 날", "Closed", "closedOn"),
      },
    },
    {
      title: { ko: "아카데미 과정", en: "Courses of the academy" },
      rows: "pledge.courses",
      columns: { name: link("이름", "Name", "name", "url"), code: code("과정코드", "Code", "code") },
    },
  ],
};
