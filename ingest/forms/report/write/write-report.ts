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
 * Prints a report on the official form, clean: year and both months of half years printed, the words of the form
 * spelled right, cells in columns, plain bullets. Texts stay letter for letter. Reading it gives the same facts, and
 * findings about content only; a letter that is wrong and yet meant (사회경제적기업, a 」 alone) is printed as an entity.
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

/** A word of the name that is also a label of the line, such as 과장, is meant as a name. */
const departmentText = (department: string): string =>
  writeText(
    department,
    ...[...department.matchAll(/[과팀연소담주](?=\s*[장락관당])/g)].map(({ index }) => index),
  );

/** The heading of this quarter's results prints the quarter; without that section the part's heading does. */
const quarterIfNoSection = ({ sections, quarter }: ReportDraft): string =>
  sections.some(({ kind }: SectionDraft) => kind === SectionKind.THIS_QUARTER)
    ? ""
    : ` (${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기)`;
