import { quarterOfYear, yearOfQuarter } from "../../../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../../../schema/subjects/report/report-kinds.ts";
import type { FormEdition } from "../../form/form-edition.ts";
import { FormWords } from "../../form/form-words.ts";
import { quarterlyReportForm } from "../../form/quarterly-report-form.ts";
import type { ReportDraft, SectionDraft } from "../../report-draft.ts";
import { markStatements, printText } from "./mark-statements.ts";
import { printFunding } from "./print-funding.ts";
import { printParticipation } from "./print-participation.ts";
import { printStatements } from "./print-statements.ts";
import type { PrintedContacts, PrintedReport } from "./printed-report.ts";
import { sectionTitle } from "./section-title.ts";

/**
 * Prints a report cleanly on the official form: with year and both months of half-years, the words of the form
 * spelled correctly, cells in columns and plain bullets. Texts stay letter for letter; misprints in them
 * (사회경제적기업, an unmatched 」) are marked as literal. Each format lays this out and writes the marks.
 */
export function printReport(report: ReportDraft, form: FormEdition = quarterlyReportForm): PrintedReport {
  const texts = [...report.sections.map(({ statements }) => statements), report.problems, report.remedies];
  const markedTexts = markStatements(texts.flat().map(({ text }) => text));
  const lines = texts.map((statements) => statements.map(() => markedTexts.shift()!));
  const issueBullets = ["-", "•"];
  return {
    code: report.pledgeCode,
    title: printText(report.title),
    contacts: printContacts(report, form),
    results: {
      heading: `□ ${form.parts.RESULTS.title}${quarterIfNoSection(report)}`,
      columns: form.resultColumns.map(({ title }) => title),
      sections: report.sections.map((section, index) => ({
        heading: sectionTitle(section, report.quarter, form),
        statements: printStatements(section.statements, lines[index]!, ["○", "-", "•"], form),
      })),
    },
    participation: printParticipation(report.participation, form),
    funding: printFunding(report, form),
    issues: {
      heading: `□ ${form.parts.ISSUES.title}`,
      lists: [
        {
          heading: `○ ${form.issues.PROBLEM.title}`,
          statements: printStatements(report.problems, lines.at(-2)!, issueBullets, form),
        },
        {
          heading: `○ ${form.issues.REMEDY.title}`,
          statements: printStatements(report.remedies, lines.at(-1)!, issueBullets, form),
        },
      ],
    },
  };
}

function printContacts({ department, contacts }: ReportDraft, form: FormEdition): PrintedContacts {
  const labels = form.header.contacts;
  return {
    department:
      department === null ? null : { label: labels.DEPARTMENT.title, name: departmentText(department, form) },
    persons: contacts.map(({ role, familyName, extension }) => ({
      ...{ role: labels[role].title, name: familyName, label: labels.EXTENSION.title, extension },
    })),
  };
}

/** A name that has a label of the line in it, such as 과장, is marked as literal. */
function departmentText(department: string, form: FormEdition): string {
  const words = FormWords.of(form);
  const hasLabel = words.contact(department) !== undefined || words.contactInText.test(department);
  return hasLabel ? printText(department, 0) : printText(department);
}

/** The quarter for the part's heading, if there is no section for this quarter whose heading prints it. */
const quarterIfNoSection = ({ sections, quarter }: ReportDraft): string =>
  sections.some(({ kind }: SectionDraft) => kind === SectionKind.THIS_QUARTER)
    ? ""
    : ` (${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기)`;
