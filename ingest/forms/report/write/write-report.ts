import { quarterOfYear, yearOfQuarter } from "../../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type { FormEdition } from "../form/form-edition.ts";
import { FormWords } from "../form/form-words.ts";
import { quarterlyReportForm } from "../form/quarterly-report-form.ts";
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
export function writeReport(report: ReportDraft, form: FormEdition = quarterlyReportForm): string {
  const texts = [...report.sections.map(({ statements }) => statements), report.problems, report.remedies];
  const escapedTexts = escapeStatements(texts.flat().map(({ text }) => text));
  const lines = texts.map((statements) => statements.map(() => escapedTexts.shift()!));
  const issue = (heading: string, bullets: string[]) => [`○ ${heading}`, "", ...bullets, ""];
  return [
    `${report.pledgeCode}\t${writeText(report.title)}`,
    ...contactLine(report, form),
    "",
    `□ ${form.parts.RESULTS.title}${quarterIfNoSection(report)}`,
    "",
    ...report.sections.flatMap((section, index) => [
      sectionTitle(section, report.quarter, form),
      "",
      ...writeStatements(section.statements, lines[index]!, ["○", "-", "•"], form),
      "",
    ]),
    ...writeParticipation(report.participation, form),
    ...writeFunding(report, form),
    `□ ${form.parts.ISSUES.title}`,
    "",
    ...issue(form.issues.PROBLEM.title, writeStatements(report.problems, lines.at(-2)!, ["-", "•"], form)),
    ...issue(form.issues.REMEDY.title, writeStatements(report.remedies, lines.at(-1)!, ["-", "•"], form)),
  ].join("\n");
}

function contactLine({ department, contacts }: ReportDraft, form: FormEdition): string[] {
  const labels = form.header.contacts;
  const cells = contacts.flatMap(({ role, familyName, extension }: ContactDraft) => [
    labels[role].title,
    ...[familyName, labels.EXTENSION.title, extension],
  ]);
  const own = department === null ? [] : [labels.DEPARTMENT.title, departmentText(department, form)];
  return own.length + cells.length === 0 ? [] : [[...own, ...cells].join("\t")];
}

/** Escapes a name that has a label of the line in it, such as 과장. */
function departmentText(department: string, form: FormEdition): string {
  const words = FormWords.of(form);
  const hasLabel = words.contact(department) !== undefined || words.contactInText.test(department);
  return hasLabel ? writeText(department, 0) : writeText(department);
}

/** The quarter for the part's heading, if there is no section for this quarter whose heading prints it. */
const quarterIfNoSection = ({ sections, quarter }: ReportDraft): string =>
  sections.some(({ kind }: SectionDraft) => kind === SectionKind.THIS_QUARTER)
    ? ""
    : ` (${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기)`;
