import { ContactRole } from "../../../../schema/subjects/report/report-kinds.ts";
import type { ContactLabel } from "../form/form-edition.ts";
import type { FormWords } from "../form/form-words.ts";
import { cellLocation, type GridCell, type GridRow, ownCells } from "../place/grid.ts";
import { isEscaped } from "../place/printed.ts";
import type { ContactDraft } from "../report-draft.ts";
import type { ContactAssignment } from "./contact-assignment.ts";
import { contactLabel, tokensOf } from "./contact-tokens.ts";

/** The headings of a list of contacts: 직위, 성명, 연락처 or 과장, 팀장, each over its column. */
interface ListHeading {
  index: number;
  columns: Map<number, ContactLabel>;
  /** The cells of its row that head no column: a department beside its label. */
  others: GridCell[];
}

/** Reads a table with a list of contacts below headings, and returns the rows that are none of it; null if it has no list. */
export function readContactList(
  rows: GridRow[],
  words: FormWords,
  assignment: ContactAssignment,
): GridRow[] | null {
  const heading = findHeading(rows, words);
  if (!heading) return null;
  const before = rows.slice(0, heading.index);
  if (heading.others.length > 0)
    assignment.read(heading.others.flatMap(({ paragraphs }) => tokensOf(paragraphs, words)));
  const persons = new Map<number, ContactDraft | null>();
  const others: GridRow[] = [];
  for (const row of rows.slice(heading.index + 1)) {
    if (hasOwnLabels(row, heading, words)) others.push(row);
    else readListRow(row, heading, words, assignment, persons);
  }
  return [...before, ...others];
}

const labelOf = ({ paragraphs, text }: GridCell, words: FormWords): ContactLabel | undefined =>
  isEscaped(paragraphs) ? undefined : contactLabel(text, words)?.meaning;

function findHeading(rows: GridRow[], words: FormWords): ListHeading | undefined {
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1];
    if (!below) return undefined;
    const own = ownCells(row);
    const labels = own.map((cell) => labelOf(cell, words));
    const isList = labels.includes("ROLE") || (labels.includes("NAME") && labels.includes("EXTENSION"));
    const isOverValues =
      labels.length > 1 && labels.every(Boolean) && !ownCells(below).some((cell) => labelOf(cell, words));
    if (!isList && !isOverValues) continue;
    const heading: ListHeading = { index, columns: new Map(), others: [] };
    for (const [at, cell] of own.entries()) {
      const label = labels[at];
      const isBeside = label === "DEPARTMENT" && own[at + 1] !== undefined && !labels[at + 1];
      if (label && !isBeside) heading.columns.set(cell.column, label);
      else heading.others.push(cell);
    }
    return heading;
  }
  return undefined;
}

/** Whether a row below the headings has labels of its own, such as 소관부서 beside a name. */
function hasOwnLabels(row: GridRow, { columns }: ListHeading, words: FormWords): boolean {
  const hasRoles = [...columns.values()].includes("ROLE");
  return ownCells(row).some((cell) => {
    const label = labelOf(cell, words);
    const isRole = hasRoles && columns.get(cell.column) === "ROLE" && label !== "DEPARTMENT";
    return label !== undefined && !isRole;
  });
}

function readListRow(
  row: GridRow,
  { columns }: ListHeading,
  words: FormWords,
  assignment: ContactAssignment,
  persons: Map<number, ContactDraft | null>,
): void {
  let person: ContactDraft | null | undefined;
  for (const cell of row.cells) {
    if (cell.paragraphs.length === 0 || cell.isContinued) continue;
    const heading = columns.get(cell.column);
    const origin = cellLocation(row, cell);
    if (heading === "DEPARTMENT") assignment.setDepartment(cell.text, origin);
    else if (heading === "ROLE") {
      const role = labelOf(cell, words);
      const isForm = role === ContactRole.DIVISION_HEAD || role === ContactRole.TEAM_HEAD;
      person = assignment.begin(isForm ? role : null, origin);
      if (!isForm) assignment.leftovers.push(origin);
    } else if (heading === ContactRole.DIVISION_HEAD || heading === ContactRole.TEAM_HEAD) {
      if (!persons.has(cell.column)) persons.set(cell.column, assignment.begin(heading, origin));
      givePerson(persons.get(cell.column), cell, row, words, assignment);
    } else if (heading === "NAME" || (heading === "EXTENSION" && person !== undefined))
      givePerson(person, cell, row, words, assignment);
    else if (heading === "EXTENSION") giveInOrder([...persons], cell, row, words, assignment);
    else assignment.leftovers.push(origin);
  }
}

/** A name, a number, or both in one cell. */
function givePerson(
  person: ContactDraft | null | undefined,
  cell: GridCell,
  row: GridRow,
  words: FormWords,
  assignment: ContactAssignment,
): void {
  for (const token of tokensOf(cell.paragraphs, words)) {
    if (token.type === "WORDS") assignment.giveName(person, token.text.replace(/\s+/g, ""), token.origin);
    else if (token.type === "NUMBERS" && person && !person.extension && token.numbers.length === 1)
      person.extension = token.numbers[0]!;
    else assignment.leftovers.push(cellLocation(row, cell));
  }
}

/** The numbers below 연락처: that of the person to its left, or one for each in order. */
function giveInOrder(
  persons: [number, ContactDraft | null][],
  cell: GridCell,
  row: GridRow,
  words: FormWords,
  assignment: ContactAssignment,
): void {
  const numbers = tokensOf(cell.paragraphs, words).flatMap((token) =>
    token.type === "NUMBERS" ? token.numbers : [],
  );
  const waiting = persons.flatMap(([column, person]) =>
    person && !person.extension && column < cell.column ? [person] : [],
  );
  const receivers = numbers.length === 1 ? waiting.slice(-1) : waiting;
  if (numbers.length === 0 || numbers.length !== receivers.length) {
    assignment.leftovers.push(cellLocation(row, cell));
    return;
  }
  for (const [index, person] of receivers.entries()) person.extension = numbers[index]!;
}
