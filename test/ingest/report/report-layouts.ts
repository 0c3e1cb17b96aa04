import type { FormEdition } from "../../../ingest/forms/report/form/form-edition.ts";
import { quarterlyReportForm } from "../../../ingest/forms/report/form/quarterly-report-form.ts";
import type { ReportDraft, StatementDraft } from "../../../ingest/forms/report/report-draft.ts";
import { printFunding } from "../../../ingest/forms/report/write/printed/print-funding.ts";
import { printParticipation } from "../../../ingest/forms/report/write/printed/print-participation.ts";
import type { PrintedTable } from "../../../ingest/forms/report/write/printed/printed-report.ts";
import { sectionTitle } from "../../../ingest/forms/report/write/printed/section-title.ts";
import { withEntities } from "../../../ingest/forms/report/write/with-entities.ts";
import { quarterOfYear, yearOfQuarter } from "../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../schema/subjects/report/report-kinds.ts";

/** How a report is laid out. */
export interface Layout {
  cells: "TABS" | "PIPES" | "FRAMED" | "MARKDOWN" | "HTML";
  /** What becomes of a cell that covers several rows where the format has no merged cells, or in HTML too. */
  merged: "MERGED" | "REPEATED";
  title: "PARAGRAPH" | "CELLS" | "LABELS";
  contacts: "ROW" | "ROWS" | "LIST" | "LIST_BESIDE" | "ABOVE";
  results: "TABLE" | "HEADINGS";
  issues: "HEADINGS" | "ROWS" | "COLUMNS";
}

/** A cell of several lines; `rows` that it covers. */
interface LaidCell {
  lines: string[];
  rows?: number;
}
/** A paragraph or the rows of a table. */
export type LaidBlock = string | LaidCell[][];

const cell = (...lines: string[]): LaidCell => ({ lines });
const cellsOf = (texts: string[]): LaidCell[] => texts.map((text) => cell(withEntities(text)));

/** The parts of a report as blocks, in the order of the form. */
export function partsOf(
  report: ReportDraft,
  layout: Layout,
  form: FormEdition = quarterlyReportForm,
): LaidBlock[][] {
  const blocksOf = (table: PrintedTable | null): LaidBlock[] =>
    table ? [table.heading, table.unit, [table.columns, ...table.rows].map(cellsOf)] : [];
  const funding = blocksOf(printFunding(report, form));
  return [
    [titleOf(report, layout, form), ...contactsOf(report, layout, form)],
    resultsOf(report, layout, form),
    blocksOf(printParticipation(report.participation, form)),
    funding.map((block) => (typeof block === "string" ? block : withMergedTitle(block))),
    issuesOf(report, layout, form),
  ].filter((blocks) => blocks.length > 0);
}

/** The title of the funding table covers all its rows. */
const withMergedTitle = ([heading, total, ...rows]: LaidCell[][]): LaidCell[][] => [
  heading!,
  [{ ...total![0]!, rows: rows.length + 1 }, ...total!.slice(1)],
  ...rows.map((row) => row.slice(1)),
];

function titleOf({ pledgeCode, title }: ReportDraft, layout: Layout, { header }: FormEdition): LaidBlock {
  if (layout.title === "CELLS") return [[cell(pledgeCode), cell(title)]];
  if (layout.title === "LABELS")
    return [[cell(header.code.title), cell(pledgeCode), cell(header.title.title), cell(title)]];
  return `${pledgeCode} ${title}`;
}

function contactsOf(report: ReportDraft, { contacts: layout }: Layout, { header }: FormEdition): LaidBlock[] {
  const labels = header.contacts;
  const [department, name] = [cell(labels.DEPARTMENT.title), cell(report.department!)];
  const persons = report.contacts.map(({ role, familyName, extension }) => ({
    ...{ role: cell(labels[role].title), name: cell(familyName), extension: cell(extension) },
  }));
  const label = cell(labels.EXTENSION.title);
  const headings = [cell(labels.ROLE.title), cell(labels.NAME.title), label];
  const list = persons.map((person) => [person.role, person.name, person.extension]);
  if (layout === "ROW")
    return [[[department, name, ...persons.flatMap((one) => [one.role, one.name, label, one.extension])]]];
  if (layout === "ROWS")
    return [[[department, name], ...persons.map((one) => [one.role, one.name, label, one.extension])]];
  if (layout === "LIST") return [[[department, name]], [headings, ...list]];
  if (layout === "LIST_BESIDE")
    return [
      [[{ ...department, rows: list.length + 1 }, { ...name, rows: list.length + 1 }, ...headings], ...list],
    ];
  return [
    [
      [department, ...persons.flatMap((one) => [one.role, label])],
      [name, ...persons.flatMap((one) => [one.name, one.extension])],
    ],
  ];
}

const bulletsOf = (statements: StatementDraft[], signs: string[]): string[] =>
  statements.map(({ text, depth }) => `${signs[depth]} ${text}`);

function resultsOf(report: ReportDraft, { results }: Layout, form: FormEdition): LaidBlock[] {
  // The quarter must stand somewhere.
  const isPrinted = report.sections.some(({ kind }) => kind === SectionKind.THIS_QUARTER);
  const [year, number] = [yearOfQuarter(report.quarter), quarterOfYear(report.quarter)];
  const heading = `□ ${form.parts.RESULTS.title}${isPrinted ? "" : ` (${year}년 ${number}/4분기)`}`;
  const sections = report.sections.map((section) => ({
    title: withEntities(sectionTitle(section, report.quarter, form)),
    bullets: bulletsOf(section.statements, ["○", "-", "•"]),
  }));
  if (results === "HEADINGS")
    return [heading, ...sections.flatMap(({ title, bullets }) => [title, ...bullets])];
  return [
    heading,
    [
      form.resultColumns.map(({ title }) => cell(title)),
      ...sections.map(({ title, bullets }) => [cell(title), cell(...bullets), cell("")]),
    ],
  ];
}

function issuesOf({ problems, remedies }: ReportDraft, { issues }: Layout, form: FormEdition): LaidBlock[] {
  const heading = `□ ${form.parts.ISSUES.title}`;
  const lists = [
    [form.issues.PROBLEM.title, bulletsOf(problems, ["-", "•"])] as const,
    [form.issues.REMEDY.title, bulletsOf(remedies, ["-", "•"])] as const,
  ];
  if (issues === "ROWS") return [heading, lists.map(([title, bullets]) => [cell(title), cell(...bullets)])];
  if (issues === "COLUMNS")
    return [heading, [lists.map(([title]) => cell(title)), lists.map(([, bullets]) => cell(...bullets))]];
  return [heading, ...lists.flatMap(([title, bullets]) => [`○ ${title}`, ...bullets])];
}

/** Prints blocks as text in a layout. */
export const printBlocks = (blocks: LaidBlock[], layout: Layout): string =>
  blocks.map((block) => (typeof block === "string" ? block : printTable(block, layout))).join("\n\n");

function printTable(rows: LaidCell[][], layout: Layout): string {
  if (layout.cells === "HTML" && layout.merged === "MERGED") return printHtml(rows);
  const full = withCovered(rows, layout.merged === "REPEATED");
  if (layout.cells === "HTML") return printHtml(full);
  if (layout.cells === "TABS")
    return full.map((row) => row.map(({ lines }) => lines.join("\n")).join("\t")).join("\n");
  const texts = full.map((row) => row.map(({ lines }) => lines.join("<br>")));
  if (layout.cells === "PIPES") return texts.map((row) => row.join(" | ")).join("\n");
  const framed = texts.map((row) => `| ${row.join(" | ")} |`);
  if (layout.cells === "MARKDOWN") {
    framed.splice(1, 0, `|${" --- |".repeat(texts[0]!.length)}`);
    return framed.map((line) => line.replaceAll("~", "\\~")).join("\n");
  }
  return framed.join("\n");
}

/** The cells that are covered from above, blank or repeated. */
function withCovered(rows: LaidCell[][], isRepeated: boolean): LaidCell[][] {
  const covering: { cell: LaidCell; left: number }[] = [];
  return rows.map((row) => {
    const own = [...row];
    const full: LaidCell[] = [];
    while (own.length > 0 || (covering[full.length]?.left ?? 0) > 0) {
      const above = covering[full.length];
      if (above && above.left > 0) {
        above.left -= 1;
        full.push(isRepeated ? { lines: above.cell.lines } : cell(""));
      } else {
        const next = own.shift()!;
        covering[full.length] = { cell: next, left: (next.rows ?? 1) - 1 };
        full.push({ lines: next.lines });
      }
    }
    return full;
  });
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const printHtml = (rows: LaidCell[][]): string => {
  const printed = rows.map((row) => {
    const cells = row.map(
      ({ lines, rows: span }) =>
        `  <td${span ? ` rowspan="${span}"` : ""}>${lines.map(escaped).join("<br/>")}</td>`,
    );
    return ["<tr>", ...cells, "</tr>"].join("\n");
  });
  return ["<table>", ...printed, "</table>"].join("\n");
};
