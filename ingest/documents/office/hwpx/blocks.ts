import { literalMark } from "../../literal-mark.ts";
import {
  type DraftBlock,
  type DraftCell,
  type DraftParagraph,
  type DraftTable,
  flatten,
} from "../draft-document.ts";
import { damagedDocument } from "../unreadable-document.ts";
import { childOf, descendantsOf, elementsOf, numberOf, type XmlElement } from "../xml-tree.ts";
import { literalBookmarkOf } from "./literal-bookmark.ts";
import type { ParagraphShapes } from "./paragraph-shapes.ts";

/** What is known of the document around a paragraph. */
interface Context {
  shapes: ParagraphShapes;
  /** Receives the text of footnotes and endnotes. */
  notes: DraftBlock[];
  /** How many tracked deletions are open; one may reach over paragraphs, but not over sections. */
  deleted: number;
}

/** What prints elsewhere than in the text, or not at all: running heads, comments, and what fields are made from. */
const unprinted = new Set(["header", "footer", "hiddenComment", "fieldBegin", "secPr", "linesegarray"]);

const lineBreak = new RegExp(`(?<!${literalMark})\n`);

/** The paragraphs and tables of a section, a cell, a note or a text box. */
export const blocksOf = (parent: XmlElement, context: Context): DraftBlock[] =>
  elementsOf(parent, "p").flatMap((paragraph) => new ParagraphReader(paragraph, context).read());

/** Reads a paragraph in order: its text, one line for each that its author broke, and the tables and boxes in it. */
class ParagraphReader {
  readonly #paragraph: XmlElement;
  readonly #context: Context;
  readonly #blocks: DraftBlock[] = [];
  #text = "";
  /** Whether the next character is marked as literal. */
  #isMarked = false;
  #hasMarks = false;

  constructor(paragraph: XmlElement, context: Context) {
    this.#paragraph = paragraph;
    this.#context = context;
  }

  read(): DraftBlock[] {
    for (const run of elementsOf(this.#paragraph)) this.#object(run);
    this.#endText();
    return this.#blocks;
  }

  /** A run, or an object in a run. */
  #object(element: XmlElement): void {
    if (unprinted.has(element.name)) return;
    switch (element.name) {
      case "t":
        this.#letters(element);
        return;
      case "tbl":
        this.#endText();
        for (const caption of elementsOf(element, "caption")) this.#boxes(caption);
        this.#blocks.push(tableOf(element, this.#context));
        return;
      case "equation":
        this.#append(
          descendantsOf(element, "script")
            .map((script) => script.children.join(""))
            .join(" "),
        );
        return;
      case "bookmark":
        this.#mark(literalBookmarkOf(element.attributes.name ?? ""));
        return;
      case "footNote":
      case "endNote":
        for (const list of elementsOf(element, "subList"))
          this.#context.notes.push(...blocksOf(list, this.#context));
        return;
      case "subList":
        this.#endText();
        this.#blocks.push(...blocksOf(element, this.#context));
        return;
      default:
        for (const child of elementsOf(element)) this.#object(child);
    }
  }

  #boxes(element: XmlElement): void {
    for (const list of descendantsOf(element, "subList")) this.#blocks.push(...blocksOf(list, this.#context));
  }

  /** Text and the special characters in it. */
  #letters(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === "string") this.#append(child.replaceAll(literalMark, ""));
      else if (child.name === "lineBreak") this.#append("\n");
      else if (child.name === "tab") this.#append("\t");
      else if (child.name === "nbSpace" || child.name === "fwSpace") this.#append(" ");
      else if (child.name === "hyphen") this.#append("-");
      else if (child.name === "deleteBegin") this.#context.deleted++;
      else if (child.name === "deleteEnd") this.#context.deleted = Math.max(0, this.#context.deleted - 1);
      else this.#letters(child);
    }
  }

  /** The mark of a literal character, which follows or, if it cannot be printed, is in its name. */
  #mark(mark: ReturnType<typeof literalBookmarkOf>): void {
    if (!mark) return;
    this.#isMarked = true;
    if (mark.character !== null) this.#append(mark.character);
  }

  #append(text: string): void {
    if (this.#context.deleted > 0 || text === "") return;
    this.#text += this.#isMarked ? literalMark + text : text;
    this.#hasMarks ||= this.#isMarked;
    this.#isMarked = false;
  }

  #endText(): void {
    const shape = this.#context.shapes.get(this.#paragraph.attributes.paraPrIDRef ?? "");
    const lines = this.#text.split(lineBreak);
    const marks = this.#hasMarks && { hasMarks: true };
    this.#blocks.push(
      ...lines.map(
        (text, index): DraftParagraph => ({
          kind: "PARAGRAPH",
          text,
          isFurtherLine: index > 0,
          ...marks,
          ...shape,
        }),
      ),
    );
    this.#text = "";
    this.#isMarked = false;
    this.#hasMarks = false;
  }
}

function tableOf(table: XmlElement, context: Context): DraftTable {
  const cells = elementsOf(table, "tr")
    .flatMap((row) => elementsOf(row, "tc"))
    .map((cell): DraftCell => {
      const address = childOf(cell, "cellAddr");
      const span = childOf(cell, "cellSpan");
      const row = numberOf(address, "rowAddr");
      const column = numberOf(address, "colAddr");
      if (row === undefined || column === undefined) throw damagedDocument();
      return {
        row: row + 1,
        column: column + 1,
        rowSpan: numberOf(span, "rowSpan") ?? 1,
        columnSpan: numberOf(span, "colSpan") ?? 1,
        paragraphs: flatten(elementsOf(cell, "subList").flatMap((list) => blocksOf(list, context))),
      };
    });
  return { kind: "TABLE", cells, rowCount: numberOf(table, "rowCnt") };
}
