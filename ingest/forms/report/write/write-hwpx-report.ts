import { literalMark, withoutMarks } from "../../../documents/literal-mark.ts";
import { keptAsLiteral } from "../../../documents/office/hwpx/literal-bookmark.ts";
import { writeHwpx } from "../../../documents/office/hwpx/write/write-hwpx.ts";
import type {
  ParagraphStyle,
  WrittenCell,
  WrittenDocument,
  WrittenParagraph,
  WrittenTable,
} from "../../../documents/office/hwpx/write/written-document.ts";
import type { FormEdition } from "../form/form-edition.ts";
import type { ReportDraft } from "../report-draft.ts";
import { printReport } from "./printed/print-report.ts";
import type {
  PrintedContacts,
  PrintedReport,
  PrintedStatement,
  PrintedTable,
} from "./printed/printed-report.ts";

type Blocks = WrittenDocument["blocks"];

/**
 * A report on the official form as HWPX: results in a table, merged cells. Reading it gives the same facts and
 * findings on content only.
 */
export function writeHwpxReport(report: ReportDraft, form?: FormEdition): Uint8Array {
  const printed = printReport(report, form);
  const { code, title, contacts, results, participation, funding, issues } = printed;
  return writeHwpx({
    title: propertyText(`${code} ${title}`),
    blocks: [
      { kind: "TABLE", widths: [15, 85], rows: [[heading(code), cell(title, "TITLE")]] },
      ...contactTable(contacts),
      line(results.heading, "HEADING"),
      resultTable(results),
      ...(participation
        ? partBlocks(
            participation,
            participation.columns.map(() => 1),
          )
        : []),
      ...(funding ? partBlocks(funding, [13, 6, ...funding.columns.slice(2).map(() => 11)]) : []),
      line(issues.heading, "HEADING"),
      ...issues.lists.flatMap(({ heading, statements }) => [
        line(heading, "BODY"),
        ...statements.map(issueLine),
      ]),
    ],
  });
}

/** For a property of the document, which prints nowhere. */
const propertyText = (text: string): string =>
  withoutMarks(text).replace(new RegExp(keptAsLiteral, "gu"), " ");

const line = (text: string, style: ParagraphStyle): WrittenParagraph => ({ kind: "PARAGRAPH", text, style });

/** Indented by two half-width characters a level. */
const bulletLine = ({ text, depth }: PrintedStatement): WrittenParagraph => ({
  ...{ kind: "PARAGRAPH", text, style: "BULLET", indent: 2 * depth },
});

/** A bullet below a heading that has one itself. */
const issueLine = ({ text, depth }: PrintedStatement): WrittenParagraph =>
  bulletLine({ text, depth: depth + 1 });

const cell = (text: string, style: ParagraphStyle): WrittenCell => ({
  paragraphs: text === "" ? [] : [line(text, style)],
});

const heading = (text: string): WrittenCell => ({ ...cell(text, "LABEL"), isHeading: true });

/** The department and the label of extensions each cover the rows of all persons. */
function contactTable({ department, persons }: PrintedContacts): Blocks {
  const rowSpan = Math.max(persons.length, 1);
  const own: WrittenCell[] = department
    ? [
        { ...heading(department.label), rowSpan },
        { ...cell(department.name, "ENTRY"), rowSpan },
      ]
    : [];
  const rows = persons.map(({ role, name, label, extension }, index) => [
    ...[heading(role), cell(name, "ENTRY")],
    ...(index === 0 ? [{ ...heading(label), rowSpan }] : []),
    cell(extension, "ENTRY"),
  ]);
  const [first = [], ...others] = rows;
  if (own.length + first.length === 0) return [];
  const widths = [...(department ? [15, 30] : []), ...(persons.length > 0 ? [12, 14, 12, 17] : [])];
  return [{ kind: "TABLE", widths, rows: [[...own, ...first], ...others] }];
}

const resultTable = ({ columns, sections }: PrintedReport["results"]): WrittenTable => ({
  ...{ kind: "TABLE", widths: [18, 72, 10] },
  rows: [
    columns.map(heading),
    ...sections.map(({ heading: title, statements }) => [
      heading(title),
      { paragraphs: inOneCell(statements).map(bulletLine) },
      cell("", "BODY"),
    ]),
  ],
});

/** Converters leave all bullets of a cell on one line, so that hyphens in a cell of one line must be marked. */
const inOneCell = (statements: PrintedStatement[]): PrintedStatement[] =>
  statements.length === 1
    ? statements.map(({ text, depth }) => ({
        ...{ depth, text: text.replace(/(?<=\s)[–-](?=\s|$)/g, `${literalMark}$&`) },
      }))
    : statements;

/** A part with a table. A first column that only its first row fills is merged over all rows. */
function partBlocks({ heading: title, unit, columns, rows }: PrintedTable, widths: number[]): Blocks {
  const isMerged = rows.length > 1 && rows.slice(1).every(([first]) => first === "");
  const written = rows.map((texts, index) => {
    const cells = texts.map((text): WrittenCell => cell(text, /^[\d,.-]*$/.test(text) ? "FIGURE" : "ENTRY"));
    if (!isMerged) return cells;
    return index === 0 ? [{ ...cells[0]!, rowSpan: rows.length }, ...cells.slice(1)] : cells.slice(1);
  });
  return [
    ...[line(title, "HEADING"), line(unit, "UNIT")],
    { kind: "TABLE", widths, rows: [columns.map(heading), ...written] },
  ];
}
