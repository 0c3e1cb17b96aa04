import { leadingBullet } from "../../../documents/bullets.ts";
import type { DocumentModel, DocumentTable, Paragraph } from "../../../documents/document-model.ts";
import type { PartKind } from "../form/form-edition.ts";
import type { FormWords, Recognised } from "../form/form-words.ts";
import { isUnit } from "../form/units.ts";
import { printsQuarter } from "../header/printed-quarter.ts";
import { type GridCell, type GridRow, gridOf, ownCells } from "./grid.ts";
import { ListPlacer } from "./list-placer.ts";
import type { PartBlock, PlacedForm } from "./placed-form.ts";
import { isEscaped, locationOf } from "./printed.ts";
import { type SectionHeading, sectionHeadingAt } from "./section-headings.ts";

type Place = "HEADER" | PartKind | "FOREIGN";

/** The sign before the headings of parts. */
const partSign = /^\s*[□■▣]/;
const inBrackets = /[(（][^()（）]*[)）]/g;

/** Lays a document out on the form in one pass over its blocks; what no part takes is left untaken. */
export function placeOnForm({ blocks }: DocumentModel, words: FormWords): PlacedForm {
  const pass = new FormPass(words);
  let run: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === "PARAGRAPH") run.push(block);
    else {
      pass.addParagraphs(run);
      run = [];
      pass.addTable(block);
    }
  }
  pass.addParagraphs(run);
  return pass.form;
}

class FormPass {
  readonly form: PlacedForm;
  readonly #lists: ListPlacer;
  #place: Place = "HEADER";
  /** Whether the headings of parts have a sign (□), so that another text with it begins a foreign part. */
  #headingsHaveSign = false;
  /** Whether the headings of sections have a bullet (○); null before the first one. */
  #sectionsHaveBullets: boolean | null = null;

  constructor(words: FormWords) {
    this.form = {
      ...{ words, header: [], sections: [], participation: [], funding: [], issues: [] },
      ...{ headings: new Map(), misprints: [], taken: new Set(), leftovers: [], hasResultColumns: false },
    };
    this.#lists = new ListPlacer(this.form);
  }

  addParagraphs(run: readonly Paragraph[]): void {
    for (let index = 0; index < run.length; index += 1) {
      const paragraph = run[index]!;
      const part = paragraph.isEscaped ? undefined : this.form.words.part(paragraph.text);
      const section = part ? undefined : this.#sectionAt(run, index);
      if (part) this.#beginPart(part, paragraph);
      else if (section) {
        this.#beginSection(section);
        this.#lists.beginSection(section, null);
        index += section.paragraphs.length - 1;
      } else this.#addParagraph(paragraph);
    }
  }

  addTable(table: DocumentTable): void {
    const rows = gridOf(table);
    /** The rows that go together to the header, to participation or to funding. */
    let block: GridRow[] | null = null;
    for (const row of rows) {
      const own = ownCells(row);
      if (this.#placePartRow(own) || this.#placeSectionRow(row, rows)) {
        block = null;
        continue;
      }
      const blocks = this.#blocksOfPlace();
      if (blocks) {
        if (!block) {
          block = [];
          blocks.push(block);
        }
        block.push(row);
      } else if (own.length > 0) this.#addListRow(row, own, rows);
    }
  }

  /** Header, participation and funding are read later, each as a whole. */
  #blocksOfPlace(): PartBlock[] | undefined {
    if (this.#place === "HEADER") return this.form.header;
    if (this.#place === "PARTICIPATION") return this.form.participation;
    return this.#place === "FUNDING" ? this.form.funding : undefined;
  }

  /** A row with the heading of a part, alone or with brackets beside it. */
  #placePartRow([first, ...others]: GridCell[]): boolean {
    if (!first || isEscaped(first.paragraphs)) return false;
    const part = this.form.words.part(first.text);
    if (!part || !others.every(({ text }) => text.replace(inBrackets, "").trim() === "")) return false;
    this.#beginPart(part, first.paragraphs[0]!);
    for (const { paragraphs } of [first, ...others]) for (const one of paragraphs) this.#takeHeading(one);
    return true;
  }

  /** A row whose first cell has the heading of a section, at its beginning or below the end of the cell above. */
  #placeSectionRow(row: GridRow, rows: GridRow[]): boolean {
    const [first] = ownCells(row);
    for (const [index, { text }] of first?.paragraphs.entries() ?? []) {
      // In a cell, a bullet begins a statement even if it reads like a heading.
      if (leadingBullet(text) && !partSign.test(text)) continue;
      const heading = this.#sectionAt(first!.paragraphs, index);
      if (!heading) continue;
      this.#beginSection(heading);
      this.#lists.addSectionRow(row, rows, index, heading);
      return true;
    }
    return false;
  }

  #sectionAt(paragraphs: readonly Paragraph[], index: number): SectionHeading | undefined {
    const heading = sectionHeadingAt(paragraphs, index, this.form.words);
    return heading?.hasBullet && this.#sectionsHaveBullets === false ? undefined : heading;
  }

  #beginSection({ hasBullet }: SectionHeading): void {
    this.#place = "RESULTS";
    this.#sectionsHaveBullets ??= hasBullet;
  }

  #beginPart({ meaning, misprintOf }: Recognised<PartKind>, paragraph: Paragraph): void {
    this.#place = meaning;
    this.#lists.close();
    this.#headingsHaveSign ||= partSign.test(paragraph.text);
    if (!this.form.headings.has(meaning)) this.form.headings.set(meaning, paragraph);
    this.#lists.noteMisprint(misprintOf, paragraph);
    this.#takeHeading(paragraph);
    if (meaning === "FUNDING") this.form.funding.push(paragraph);
  }

  /** Takes a heading; brackets in it other than units and quarters are left over. */
  #takeHeading(paragraph: Paragraph): void {
    if (this.form.taken.has(paragraph)) return;
    this.#lists.take([paragraph]);
    for (const quote of paragraph.text.match(inBrackets) ?? [])
      if (!isUnit(quote) && !printsQuarter(quote))
        this.form.leftovers.push({ ...locationOf(paragraph), quote });
  }

  /** A heading that is none of the form's: what follows it is no part's either. A header has titles of its own. */
  #isForeignHeading({ text, headingLevel, isEscaped }: Paragraph): boolean {
    if (this.#place === "HEADER" || isEscaped || isUnit(text)) return false;
    const hasSign = partSign.test(text) && leadingBullet(text) !== null;
    if (hasSign) return this.#headingsHaveSign;
    return headingLevel !== null && leadingBullet(text) === null;
  }

  #addParagraph(paragraph: Paragraph): void {
    const isIssue = this.#place === "ISSUES" || this.#place === "PARTICIPATION" || this.#place === "FUNDING";
    const issue = isIssue && !paragraph.isEscaped ? this.form.words.issue(paragraph.text) : undefined;
    if (issue) {
      this.#place = "ISSUES";
      this.#lists.beginIssue(issue, paragraph);
    } else if (this.#isForeignHeading(paragraph)) {
      this.#place = "FOREIGN";
      this.#lists.close();
    } else if (this.#place !== "FOREIGN") {
      const blocks = this.#blocksOfPlace();
      if (blocks) blocks.push(paragraph);
      else this.#lists.addParagraph(paragraph);
    }
  }

  #addListRow(row: GridRow, own: GridCell[], rows: GridRow[]): void {
    if (this.#place === "RESULTS") this.#lists.addResultRow(row, rows);
    else if (this.#place === "ISSUES" && !this.#lists.addIssueRow(row, rows)) {
      const isBox = own.length === 1 && !this.#lists.mayGoOnColumns(row);
      // A box around the whole part.
      if (isBox) this.addParagraphs(own[0]!.paragraphs);
    }
  }
}
