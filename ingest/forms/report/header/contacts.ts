import type { Paragraph } from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { ContactLabel } from "../form/form-edition.ts";
import type { FormWords } from "../form/form-words.ts";
import { type GridRow, ownCells } from "../place/grid.ts";
import type { Leftover, PlacedForm } from "../place/placed-form.ts";
import { locationOf, quoteOf } from "../place/printed.ts";
import type { ContactDraft, SourceLocation } from "../report-draft.ts";
import { ContactAssignment } from "./contact-assignment.ts";
import { readContactList } from "./contact-list.ts";
import { type ContactToken, hasContactLabel, tokensOf, transposedLabels } from "./contact-tokens.ts";

/** The contacts of the header. */
export interface Contacts {
  department: { name: string; origin: SourceLocation } | null;
  contacts: ContactDraft[];
  /** What the header has a label for, with or without a name. */
  labels: ReadonlySet<ContactLabel>;
  findings: FindingDraft[];
  leftovers: Leftover[];
}

/** Reads department, 과장 and 팀장 with their extensions: side by side, below each other, or in a list with headings. */
export function readContacts({ header, words, taken }: PlacedForm): Contacts {
  const assignment = new ContactAssignment(words);
  const transposed: FindingDraft[] = [];
  for (const block of header) {
    const isTable = Array.isArray(block);
    const rows = isTable ? block.filter((row) => isFree(row, taken)) : [];
    const read = isTable
      ? readTable(rows, words, assignment)
      : readParagraph(block, words, taken, assignment);
    if (isTable) assignment.endBlock();
    for (const paragraph of read) taken.add(paragraph);
    transposed.push(...rows.flatMap(cellsTransposed));
  }
  const contacts = assignment.settle();
  return {
    department: assignment.department,
    contacts,
    labels: assignment.labels,
    findings: [...transposed, ...assignment.findings],
    leftovers: assignment.leftovers,
  };
}

const isFree = (row: GridRow, taken: ReadonlySet<Paragraph>): boolean =>
  ownCells(row).every(({ paragraphs }) => paragraphs.every((one) => !taken.has(one)));

function readParagraph(
  paragraph: Paragraph,
  words: FormWords,
  taken: ReadonlySet<Paragraph>,
  assignment: ContactAssignment,
): Paragraph[] {
  if (taken.has(paragraph) || !hasContactLabel([paragraph], words)) return [];
  assignment.read(tokensOf([paragraph], words));
  return [paragraph];
}

/** Reads the contacts of a table and returns the paragraphs that were read. */
function readTable(rows: GridRow[], words: FormWords, assignment: ContactAssignment): Paragraph[] {
  const hasLabel = (row: GridRow): boolean =>
    ownCells(row).some(({ paragraphs }) => hasContactLabel(paragraphs, words)) ||
    labelsByRow(row) !== undefined;
  if (!rows.some(hasLabel)) return [];
  const others = readContactList(rows, words, assignment);
  const listed = others ? rows.filter((row) => !others.includes(row)) : [];
  const read = [...listed];
  for (const row of others ?? rows) {
    // Below its labels a table without a list may go on with names or numbers alone.
    if (!hasLabel(row) && (others || !assignment.isWaiting)) continue;
    assignment.read(rowTokens(row, words));
    read.push(row);
  }
  return read.flatMap((row) => ownCells(row).flatMap(({ paragraphs }) => paragraphs));
}

const startingCells = (row: GridRow) => row.cells.filter(({ isContinued }) => !isContinued);

const labelsByRow = (row: GridRow) =>
  transposedLabels(startingCells(row).map(({ paragraphs }) => paragraphs));

function rowTokens(row: GridRow, words: FormWords): ContactToken[] {
  const byRow = labelsByRow(row);
  return startingCells(row).flatMap(({ paragraphs, column }, index): ContactToken[] => {
    const behind = byRow ? index - byRow.index : -1;
    if (byRow && behind === 0) {
      const origin = locationOf(paragraphs[0]!);
      return byRow.roles.map((label) => ({ origin, type: "LABEL", label, misprintOf: null }));
    }
    if (byRow && behind > 0 && behind < byRow.count) return [];
    if (paragraphs.length === 0) return [{ origin: { line: row.line, column, quote: "" }, type: "BLANK" }];
    return tokensOf(paragraphs, words);
  });
}

function cellsTransposed(row: GridRow): FindingDraft[] {
  const byRow = labelsByRow(row);
  if (!byRow) return [];
  const cells = startingCells(row).slice(byRow.index);
  const printed = cells.flatMap(({ paragraphs }) => paragraphs.map(quoteOf)).join(" | ");
  return [
    draftFinding(
      "CELLS_TRANSPOSED",
      locationOf(cells[0]!.paragraphs[0]!),
      `연락처 칸이 열이 아니라 행 순서로 적혀 있어(${printed}) 과장·팀장과 번호를 차례로 짝지었습니다. 원문과 맞는지 확인하십시오.`,
      `The contact cells are arranged by row instead of by column (${printed}); names and extensions were paired in order. Compare them with the original.`,
    ),
  ];
}
