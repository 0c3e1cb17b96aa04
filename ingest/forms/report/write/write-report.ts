import { quarterOfYear, yearOfQuarter } from "../../../../schema/core/scalars/quarter.ts";
import { ContactRole, SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import { partTitle } from "../layout/headings.ts";
import type { ContactDraft, ReportDraft, SectionDraft } from "../report-draft.ts";
import { escapeStatements, writeText } from "./escape-statements.ts";
import { writeFunding } from "./write-funding.ts";
import { writeParticipation } from "./write-participation.ts";
import { sectionTitle } from "./write-section-title.ts";
import { writeStatements } from "./write-statements.ts";

/**
 * Prints a report cleanly on the official form: with year and both months of half-years, the words of the form
 * spelled correctly, cells in columns and plain bullets. Texts stay letter for letter. Reading it gives the same facts
 * and findings on content only; misprints in texts (사회경제적기업, an unmatched 」) are printed as entities.
 */
export function writeReport(report: ReportDraft): string {
  const texts = [...report.sections.map(({ statements }) => statements), report.problems, report.remedies];
  const escapedTexts = escapeStatements(texts.flat().map(({ text }) => text));
  const lines = texts.map((statements) => statements.map(() => escapedTexts.shift()!));
  const issue = (heading: string, bullets: string[]) =>
    bullets.length === 0 ? [] : [`○ ${heading}`, "", ...bullets, ""];
  return [
    `${report.pledgeCode}\t${writeText(report.title)}`,
    ...contactLine(report),
    "",
    `□ ${partTitle.RESULTS}${quarterIfNoSection(report)}`,
    "",
    ...report.sections.flatMap((section, index) => [
      sectionTitle(section, report.quarter),
      "",
      ...writeStatements(section.statements, lines[index]!, ["○", "-", "•"]),
      "",
    ]),
    ...writeParticipation(report.participation),
    ...writeFunding(report),
    `□ ${partTitle.ISSUES}`,
    "",
    ...issue("문제점", writeStatements(report.problems, lines.at(-2)!, ["-", "•"])),
    ...issue("개선대책", writeStatements(report.remedies, lines.at(-1)!, ["-", "•"])),
  ].join("\n");
}

const roleTitle = { [ContactRole.DIVISION_HEAD]: "과장", [ContactRole.TEAM_HEAD]: "팀장" };

function contactLine({ department, contacts }: ReportDraft): string[] {
  const cells = contacts.flatMap(({ role, familyName, extension }: ContactDraft) => [
    roleTitle[role],
    ...[familyName, "연락처", extension],
  ]);
  const own = department === null ? [] : ["소관부서", departmentText(department)];
  return own.length + cells.length === 0 ? [] : [[...own, ...cells].join("\t")];
}

/** Escapes words of the name that would be read as labels of the line, such as 과장. */
const departmentText = (department: string): string =>
  writeText(
    department,
    ...[...department.matchAll(/[과팀연소담주](?=\s*[장락관당])/g)].map(({ index }) => index),
  );

/** The quarter for the part's heading, if there is no section for this quarter whose heading prints it. */
const quarterIfNoSection = ({ sections, quarter }: ReportDraft): string =>
  sections.some(({ kind }: SectionDraft) => kind === SectionKind.THIS_QUARTER)
    ? ""
    : ` (${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기)`;
