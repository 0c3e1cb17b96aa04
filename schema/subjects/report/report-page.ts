import { code, count, inEitherLanguage, link, plain, wholeWon, words } from "../../panels/columns.ts";
import type { EntityPage, EntityTable } from "../../panels/entity-page.ts";
import { provenanceFields } from "../../panels/provenance.ts";
import { fundingSourceWords } from "../funding/funding-kinds.ts";
import { cellStateWords } from "../release/cell-state.ts";
import { severityWords } from "../release/finding-code.ts";
import { contactRoleWords, participationKindWords, sectionKindWords } from "./report-kinds.ts";
import { figureUnitWords } from "./stated-kinds.ts";

const cited = "citation { url }";

const statements = (ko: string, en: string, rows: string): EntityTable => ({
  title: { ko, en },
  rows,
  columns: { text: link("적힌 글", "Text", "text", "citation.url") },
});

/** The page of a quarterly report: its parts in the order of the form, each figure with its place in the document. */
export const reportPage: EntityPage = {
  folder: "reports",
  kind: { ko: "분기 보고서", en: "Quarterly report" },
  keys: { pledge: { passedAs: "pledge" }, quarter: { passedAs: "quarter" } },
  question: `query ReportPage($ofMunicipality: ID!, $knownAt: DateTime, $pledge: ID!, $quarter: Quarter!) {
  ${provenanceFields}
  report(municipality: $ofMunicipality, pledge: $pledge, quarter: $quarter, asOf: $knownAt) {
    quarter url pledge { code title url department { name url } } document { name url fileUrl release { number url } }
    contacts { role familyName extension ${cited} }
    funding { source period { label } amount state ${cited} }
    participation { kind count state ${cited} }
    sections { kind statements { text depth section ${cited} } }
    problems { text ${cited} } remedies { text ${cited} }
    figures { label value unit planned statement { text } ${cited} }
    dates { start end planned statement { text } ${cited} }
    checks { name nameEnglish: name(language: EN) expected actual holds }
    findings { severity message messageEnglish: message(language: EN) line document { url } }
  }
}`,
  entity: "report",
  title: plain("text", "공약명", "Title", "pledge.title"),
  facts: {
    quarter: plain("quarter", "보고 분기", "Quarter", "quarter"),
    pledge: link("공약", "Pledge", "pledge.title", "pledge.url"),
    department: link("소관부서", "Department", "pledge.department.name", "pledge.department.url"),
    document: link("원본 문서", "Document as it came", "document.name", "document.url"),
    release: link("공표 회차", "Release", "document.release.number", "document.release.url"),
  },
  tables: [
    {
      title: { ko: "찾은 점", en: "Findings" },
      rows: "report.findings",
      columns: {
        message: inEitherLanguage(link("내용", "What", "message", "document.url", "line")),
        severity: words("무게", "Severity", "severity", severityWords),
      },
    },
    {
      title: { ko: "담당", en: "Contacts" },
      rows: "report.contacts",
      columns: {
        role: words("직위", "Role", "role", contactRoleWords, "citation.url"),
        name: plain("text", "성", "Family name", "familyName"),
        extension: code("내선", "Extension", "extension"),
      },
    },
    {
      title: { ko: "연도별 금액", en: "Amounts by year" },
      rows: "report.funding",
      columns: {
        source: words("재원", "Source", "source", fundingSourceWords, "citation.url"),
        period: plain("text", "연도", "Year", "period.label"),
        amount: count("금액", "Amount", "amount", wholeWon),
        state: words("칸", "Cell", "state", cellStateWords),
      },
    },
    {
      title: { ko: "합계 검산", en: "Printed totals" },
      rows: "report.checks",
      columns: {
        name: inEitherLanguage(plain("text", "검산", "Check", "name")),
        expected: count("적힌 합계", "Printed", "expected", wholeWon),
        actual: count("더한 값", "Sum", "actual", wholeWon),
        holds: words("결과", "Result", "holds", {
          true: { ko: "맞음", en: "Equal" },
          false: { ko: "다름", en: "Different" },
        }),
      },
    },
    {
      title: { ko: "추진실적과 계획", en: "Results and plans" },
      rows: "report.sections.statements",
      columns: {
        section: words("부분", "Section", "section", sectionKindWords),
        text: link("적힌 글", "Text", "text", "citation.url"),
      },
    },
    statements("문제점", "Problems", "report.problems"),
    statements("개선대책", "Remedies", "report.remedies"),
    {
      title: { ko: "글에 적힌 수치", en: "Figures stated in the text" },
      rows: "report.figures",
      columns: {
        label: plain("text", "무엇", "What", "label"),
        value: link("수치", "Figure", "value", "citation.url"),
        unit: words("단위", "Unit", "unit", figureUnitWords),
        text: plain("text", "적힌 글", "Text", "statement.text"),
      },
    },
    {
      title: { ko: "글에 적힌 날짜", en: "Dates stated in the text" },
      rows: "report.dates",
      columns: {
        start: link("시작", "From", "start", "citation.url"),
        end: plain("day", "끝", "To", "end"),
        text: plain("text", "적힌 글", "Text", "statement.text"),
      },
    },
    {
      title: { ko: "시민참여", en: "Participation" },
      rows: "report.participation",
      columns: {
        kind: words("종류", "Kind", "kind", participationKindWords, "citation.url"),
        count: count("횟수", "Number", "count", { ko: "회", en: "times" }),
        state: words("칸", "Cell", "state", cellStateWords),
      },
    },
  ],
};
