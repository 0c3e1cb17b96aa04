import type { QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import { findingSeverity, Severity } from "../../../schema/subjects/release/finding-code.ts";
import type { FindingDraft } from "../../draft-finding.ts";
import { brokenEntities } from "./checks/broken-entities.ts";
import { cutOff } from "./checks/cut-off.ts";
import { unlikeLotNames } from "./checks/lot-names.ts";
import { brokenMarkup, openBold } from "./checks/markup-broken.ts";
import { misprintFinding, vocabularyMisprints } from "./checks/name-variants.ts";
import { unbalancedQuotes } from "./checks/unbalanced-quotes.ts";
import { wrongWeekdays } from "./checks/weekdays.ts";
import { readFunding } from "./funding/funding-part.ts";
import { readHeader } from "./header/header.ts";
import { findQuarter } from "./header/report-quarter.ts";
import { eachLine, type Line } from "./layout/lines-and-cells.ts";
import { type Parts, splitParts } from "./layout/parts.ts";
import { readParticipation } from "./participation.ts";
import type { ReportDraft } from "./report-draft.ts";
import { readLearners } from "./statements/learners.ts";
import { type IssueText, splitIssues } from "./statements/problems-and-remedies.ts";
import { type SectionText, splitSections } from "./statements/sections.ts";
import { readStatements, type StatementLists } from "./statements/statement-lists.ts";

/** A report and its findings; `report` is null if one of them is an error. */
export interface ReadReport {
  report: ReportDraft | null;
  findings: FindingDraft[];
}

/**
 * Reads and checks a quarterly report with any bullets, unit and term. `given.quarter` is the quarter that
 * it was submitted for. No text is lost: what no rule reads becomes a statement with its line.
 * The text has to be a report by `isReport`.
 */
export function readReport(text: string, given: { quarter?: QuarterNumber }): ReadReport {
  const lines = [...eachLine(text)];
  const parts = splitParts(lines);
  const header = readHeader(parts.header);
  const results = splitSections(parts.results);
  const issues = splitIssues(parts.issues);
  const headings = results.sections.map(({ heading }) => heading);
  const resultsHeading = parts.headings.get("RESULTS");
  const linesBefore = [...(resultsHeading ? [resultsHeading] : []), ...header.others];
  const { quarter, findings: quarterFindings } = findQuarter(headings, linesBefore, given.quarter);
  const title = header.pledge?.title ?? "";
  const participation = readParticipation(parts.participation);
  const funding = readFunding(parts.funding, title, quarter);
  const unread = [
    ...header.unread,
    ...parts.unread,
    ...results.unread,
    ...participation.unread,
    ...funding.unread,
  ];
  const cellStarts = startsOfCells(parts, [...results.sections, ...issues]);
  const markup = brokenMarkup(lines, cellStarts);
  const lists = readStatements(results.sections, issues, unread, new Set(markup.map(({ line }) => line!)));
  const findings = [
    ...header.findings,
    ...quarterFindings,
    ...parts.misprints.map(misprintInHeading),
    ...participation.findings,
    ...funding.findings,
    ...cutOff(lines, parts, funding.hasTable, funding.hasLastRow),
    ...markup,
    ...brokenEntities(lines),
    ...openBold(headings),
    ...vocabularyMisprints(lines),
    ...textFindings(lists),
  ].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const isRefused = findings.some(({ code }) => findingSeverity[code] === Severity.ERROR);
  if (isRefused || !header.pledge || quarter === null) return { report: null, findings };
  const report: ReportDraft = {
    pledgeCode: header.pledge.code,
    title,
    titleOrigin: header.pledge.origin,
    department: header.department?.name ?? null,
    departmentOrigin: header.department?.origin ?? null,
    quarter,
    contacts: header.contacts,
    sections: lists.sections,
    participation: participation.counts,
    funding: funding.lines,
    problems: lists.problems,
    remedies: lists.remedies,
    enrollments: lists.sections.flatMap(readLearners),
    checks: funding.checks,
  };
  return { report, findings };
}

const misprintInHeading = ({ line, misprintOf }: { line: Line; misprintOf: string }): FindingDraft => {
  const quote = line.text.split("\t")[0]!.trim();
  return misprintFinding({ line: line.number, quote }, quote, misprintOf);
};

const textFindings = ({ outlines }: StatementLists): FindingDraft[] => [
  ...outlines.flatMap(({ pieces }) => [...unbalancedQuotes(pieces), ...wrongWeekdays(pieces)]),
  ...unlikeLotNames(outlines.flatMap(({ pieces }) => pieces)),
];

/** The lines that begin a cell: tags opened before cannot be closed there. */
function startsOfCells(
  { header, participation, funding, headings }: Parts,
  texts: (SectionText | IssueText)[],
): Set<number> {
  const lines = [...header, ...participation, ...funding, ...headings.values()].map(({ number }) => number);
  const inTexts = texts.flatMap((text) => [
    "heading" in text ? text.heading.origin.line : text.line,
    ...text.fragments.flatMap(({ row, line }) => (row ? line : [])),
  ]);
  return new Set([...lines, ...inTexts]);
}
