import type { FormEdition } from "../form/form-edition.ts";
import type { ReportDraft } from "../report-draft.ts";
import { printReport } from "./printed/print-report.ts";
import type { PrintedContacts, PrintedStatement, PrintedTable } from "./printed/printed-report.ts";
import { withEntities } from "./with-entities.ts";

/**
 * A report on the official form as plain text: results under headings, a tab between cells. Reading it gives the same
 * facts and findings on content only.
 */
export function writeReport(report: ReportDraft, form?: FormEdition): string {
  const { code, title, contacts, results, participation, funding, issues } = printReport(report, form);
  return withEntities(
    [
      `${code}\t${title}`,
      ...contactLine(contacts),
      "",
      ...[results.heading, ""],
      ...results.sections.flatMap(({ heading, statements }) => [heading, "", ...statements.map(lineOf), ""]),
      ...(participation ? tableLines(participation) : []),
      ...(funding ? tableLines(funding) : []),
      ...[issues.heading, ""],
      ...issues.lists.flatMap(({ heading, statements }) => [heading, "", ...statements.map(lineOf), ""]),
    ].join("\n"),
  );
}

const lineOf = ({ depth, text }: PrintedStatement): string => " ".repeat(depth) + text;

const tableLines = ({ heading, unit, columns, rows }: PrintedTable): string[] => [
  ...[heading, "", unit, ""],
  ...[columns, ...rows].map((cells) => cells.join("\t")),
  "",
];

function contactLine({ department, persons }: PrintedContacts): string[] {
  const cells = [
    ...(department ? [department.label, department.name] : []),
    ...persons.flatMap(({ role, name, label, extension }) => [role, name, label, extension]),
  ];
  return cells.length === 0 ? [] : [cells.join("\t")];
}
