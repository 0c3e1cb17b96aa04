import { leadingBullet } from "../../../documents/bullets.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { IssueKind } from "../form/form-edition.ts";
import type { Recognised } from "../form/form-words.ts";
import { isUnit } from "../form/units.ts";
import { type GridCell, type GridRow, ownCells } from "./grid.ts";
import type { ListedCell, PlacedForm } from "./placed-form.ts";
import { locationOf } from "./printed.ts";
import type { SectionHeading } from "./section-headings.ts";

/** The list that statements are added to. */
interface OpenList {
  cells: ListedCell[];
  /** The table that it was last continued in; null outside of tables. */
  table: GridRow[] | null;
  width: number;
  /** Whether the paragraphs that follow belong to it: it is no table's, or its row leaves its last cell open. */
  isOpen: boolean;
}

/** (당해 분기 실적), that is not parted from the text behind it. */
const headingRemark = /^[(（][^()（）]{2,40}[)）]\s?[,;|]/;
/** The second line of a section's heading, in brackets. */
const inBrackets = /^[(（][^()（）]{2,40}[)）]$/;

/** Puts the texts of results and of problems and remedies in their lists. */
export class ListPlacer {
  readonly #form: PlacedForm;
  #list: OpenList | null = null;
  /** The columns of a table whose headings are 문제점 and 개선대책. */
  #issueColumns: { table: GridRow[]; kinds: Map<number, IssueKind> } | null = null;

  constructor(form: PlacedForm) {
    this.#form = form;
  }

  /** Ends the open list: what follows belongs to none. */
  close(): void {
    this.#list = null;
  }

  take(paragraphs: readonly Paragraph[]): void {
    for (const paragraph of paragraphs) this.#form.taken.add(paragraph);
  }

  noteMisprint(misprintOf: string | null, paragraph: Paragraph): void {
    if (misprintOf) this.#form.misprints.push({ origin: locationOf(paragraph), misprintOf });
  }

  /** Begins a section. One that is printed twice is one; another heading of the same kind is left over. */
  beginSection(heading: SectionHeading, table: GridRow[] | null): void {
    this.take(heading.paragraphs);
    this.noteMisprint(heading.misprintOf, heading.paragraphs[0]!);
    let section = this.#form.sections.find(({ kind }) => kind === heading.kind);
    if (!section) {
      section = { kind: heading.kind, heading, cells: [] };
      this.#form.sections.push(section);
    } else if (section.heading.title !== heading.title)
      this.#form.leftovers.push(...heading.paragraphs.map(locationOf));
    this.#list = { cells: section.cells, table, width: 0, isOpen: table === null };
  }

  /** The row of a section: what precedes its heading in the cell ends the cell above, what follows it is the section's. */
  addSectionRow(row: GridRow, table: GridRow[], at: number, heading: SectionHeading): void {
    const [first, content, ...remarks] = ownCells(row);
    const before = first!.paragraphs.slice(0, at);
    if (before.length > 0 && this.#list?.table === table) this.#addCell(before, false);
    this.beginSection(heading, table);
    const behind = first!.paragraphs.slice(at + heading.paragraphs.length);
    if (behind.length > 0) this.#addCell(behind, false);
    if (content) this.#addCell(content.paragraphs, false);
    for (const { paragraphs } of remarks) this.#addCell(paragraphs, true);
    Object.assign(this.#list!, { width: row.cells.length, isOpen: row.isShort });
  }

  beginIssue(issue: Recognised<IssueKind> & { length: number }, paragraph: Paragraph): void {
    this.noteMisprint(issue.misprintOf, paragraph);
    this.take([paragraph]);
    const list = this.#openIssue(issue.meaning, null);
    // ○ 문제점 : 예산 부족 has its text behind the heading.
    const text = paragraph.text.slice(issue.length);
    if (text !== "")
      list.cells.push({ paragraphs: [{ ...paragraph, text, raw: text }], isCell: false, isRemark: false });
  }

  /** Adds a paragraph outside of tables. Behind a table only what follows it at once as a bullet belongs to its list. */
  addParagraph(paragraph: Paragraph): void {
    const list = this.#list;
    // A unit is a word of a table's part, never a statement.
    if (isUnit(paragraph.text)) return;
    if (list && (list.isOpen || (!paragraph.afterBlank && leadingBullet(paragraph.text)))) {
      this.take([paragraph]);
      // A cell that was not split may begin with the remark of the heading: its text is not the statement's alone.
      if (list.cells.length === 0 && headingRemark.test(paragraph.text))
        this.#form.leftovers.push(locationOf(paragraph));
      list.cells.push({ paragraphs: [paragraph], isCell: false, isRemark: false });
    } else this.#list = null;
  }

  /** Adds a row of results without a heading of its own: it continues the section above it, also over a page break. */
  addResultRow(row: GridRow, table: GridRow[]): void {
    const own = ownCells(row);
    if (own.length > 1 && own.every(({ text }) => this.#form.words.isResultColumn(text))) {
      this.#form.hasResultColumns = true;
      for (const { paragraphs } of own) this.take(paragraphs);
      return;
    }
    const list = this.#list;
    if (!list) return;
    if (list.table === null) {
      this.#addLooseRow(list, own, table);
      return;
    }
    const leadsBlank = leadsWithBlank(row);
    const isSameTable = list.table === table && (leadsBlank || own.length === 1 || list.isOpen);
    const isNextPage = list.table !== table && leadsBlank && list.width === row.cells.length;
    if (!isSameTable && !isNextPage) return;
    const isRemark = leadsBlank && own[0]!.column > 2 && row.cells.length > 2;
    for (const [index, { paragraphs }] of own.entries()) this.#addCell(paragraphs, index > 0 || isRemark);
    Object.assign(list, { table, width: row.cells.length, isOpen: row.isShort });
  }

  /** Below a heading outside of tables: a box, the end of its line with blank cells, or its second line beside the text. */
  #addLooseRow(list: OpenList, [first, ...others]: GridCell[], table: GridRow[]): void {
    const isHeading = list.cells.length === 0 && inBrackets.test(first!.text);
    if (table.length > 1 || (others.length > 0 && !isHeading)) return;
    if (isHeading) this.take(first!.paragraphs);
    else this.#addCell(first!.paragraphs, false);
    for (const [index, { paragraphs }] of others.entries()) this.#addCell(paragraphs, index > 0);
  }

  /** Adds a row of problems and remedies: a heading with its text, both headings, or texts below them. */
  addIssueRow(row: GridRow, table: GridRow[]): boolean {
    const own = ownCells(row);
    const headings = own.filter((cell) => this.#issueAt(cell) >= 0);
    // 문제점 | 개선대책 with a text: two rows that were joined, or one: whose text it is nobody knows.
    if (headings.length > 1 && this.#isLone(headings[0]!) && !headings.every((cell) => this.#isLone(cell)))
      return false;
    if (headings.length > 1) this.#beginColumns(headings, table);
    else if (headings[0] && headings[0] === own[0]) this.#addIssue(own, table);
    else if (this.#issueColumns?.table === table)
      for (const { column, paragraphs } of own) this.#addToColumn(column, paragraphs, table);
    else if (this.#list?.table === table && leadsWithBlank(row))
      for (const [index, { paragraphs }] of own.entries()) this.#addCell(paragraphs, index > 0);
    else return false;
    return true;
  }

  /** Whether a row may go on a table of problems beside remedies that a page divides: whose text it has is not sure. */
  mayGoOnColumns({ cells }: GridRow): boolean {
    return this.#issueColumns !== null && cells.length > 1;
  }

  /** The index of the paragraph of a cell that is a heading, which the end of the cell above may precede; -1 for none. */
  #issueAt({ paragraphs }: GridCell): number {
    return paragraphs.findIndex(({ text, isEscaped }) => {
      // In a cell, a bullet begins a statement even if it reads like a heading.
      const isStatement = isEscaped || /^[-•]/.test(leadingBullet(text)?.sign ?? "");
      return !isStatement && this.#form.words.issue(text)?.length === text.length;
    });
  }

  #isLone = ({ paragraphs }: GridCell): boolean => paragraphs.length === 1;

  #beginColumns(headings: GridCell[], table: GridRow[]): void {
    const kinds = new Map<number, IssueKind>();
    for (const cell of headings) kinds.set(cell.column, this.#beginCell(cell, table));
    this.#issueColumns = { table, kinds };
  }

  #addIssue([first, ...others]: GridCell[], table: GridRow[]): void {
    this.#beginCell(first!, table);
    for (const [index, { paragraphs }] of others.entries()) this.#addCell(paragraphs, index > 0);
  }

  /** Begins the list whose heading a cell has, with what follows it in the cell. */
  #beginCell(cell: GridCell, table: GridRow[]): IssueKind {
    const at = this.#issueAt(cell);
    const heading = cell.paragraphs[at]!;
    const { meaning, misprintOf } = this.#form.words.issue(heading.text)!;
    if (at > 0 && this.#list?.table === table) this.#addCell(cell.paragraphs.slice(0, at), false);
    this.noteMisprint(misprintOf, heading);
    this.take([heading]);
    this.#openIssue(meaning, table);
    if (at + 1 < cell.paragraphs.length) this.#addCell(cell.paragraphs.slice(at + 1), false);
    return meaning;
  }

  #addToColumn(column: number, paragraphs: Paragraph[], table: GridRow[]): void {
    const kind = this.#issueColumns!.kinds.get(column);
    if (!kind) return;
    this.#openIssue(kind, table);
    this.#addCell(paragraphs, false);
  }

  #openIssue(kind: IssueKind, table: GridRow[] | null): OpenList {
    let issue = this.#form.issues.find((one) => one.kind === kind);
    if (!issue) {
      issue = { kind, cells: [] };
      this.#form.issues.push(issue);
    }
    this.#list = { cells: issue.cells, table, width: 0, isOpen: table === null };
    return this.#list;
  }

  #addCell(paragraphs: Paragraph[], isRemark: boolean): void {
    this.take(paragraphs);
    this.#list!.cells.push({ paragraphs, isCell: true, isRemark });
  }
}

const leadsWithBlank = ({ cells: [first] }: GridRow): boolean =>
  first === undefined || first.isContinued || first.paragraphs.length === 0;
