import {
  type DraftBlock,
  type DraftCell,
  type DraftDocument,
  type DraftParagraph,
  type DraftTable,
  flatten,
} from "../draft-document.ts";
import { damagedDocument } from "../unreadable-document.ts";
import { openHwp } from "./open-hwp.ts";
import { type HwpParagraphShape, paragraphShapesOf } from "./paragraph-shapes.ts";
import { readParagraphText } from "./paragraph-text.ts";
import { type HwpRecord, readRecords, tags } from "./records.ts";

/** What is known of the document around a paragraph. */
interface Context {
  shapes: HwpParagraphShape[];
  /** Receives the text of footnotes and endnotes. */
  notes: DraftBlock[];
}

/** Objects by the four letters of their control. */
const notes = new Set(["fn  ", "en  "]);
/** Running heads, and comments that do not print. */
const unprinted = new Set(["head", "foot", "tcmt"]);

/** Reads an HWP 5 document: its text, then its notes. Throws ReadingStopped. */
export function readHwp(bytes: Uint8Array): DraftDocument {
  const { docInfo, sections } = openHwp(bytes);
  const context: Context = { shapes: paragraphShapesOf(readRecords(docInfo)), notes: [] };
  const blocks = sections.flatMap((section) => blocksOf(readRecords(section), context));
  return { blocks: [...blocks, ...context.notes], findings: [] };
}

/** The paragraphs and tables of records beside each other. */
const blocksOf = (records: HwpRecord[], context: Context): DraftBlock[] =>
  records.filter(({ tag }) => tag === tags.paragraphHeader).flatMap((record) => paragraphOf(record, context));

/** A paragraph, one for each line that its author broke, and the objects that are anchored in it. */
function paragraphOf(paragraph: HwpRecord, context: Context): DraftBlock[] {
  const shape = context.shapes[paragraph.data.length >= 10 ? paragraph.data.readUInt16LE(8) : -1];
  const objects = paragraph.children.filter(({ tag }) => tag === tags.controlHeader);
  const parts = paragraph.children
    .filter(({ tag }) => tag === tags.paragraphText)
    .flatMap(({ data }) => readParagraphText(data));
  const blocks: DraftBlock[] = [];
  let text = "";
  const endText = () => {
    blocks.push(
      ...text.split("\n").map(
        (line, index): DraftParagraph => ({
          kind: "PARAGRAPH",
          text: line,
          isFurtherLine: index > 0,
          ...shape,
        }),
      ),
    );
    text = "";
  };
  let next = 0;
  const place = (object: HwpRecord | undefined) => {
    if (!object) return;
    const read = objectOf(object, context);
    if (typeof read === "string") {
      text += read;
    } else if (read.length > 0) {
      endText();
      blocks.push(...read);
    }
  };
  for (const part of parts) {
    if (part === null) place(objects[next++]);
    else text += part;
  }
  endText();
  for (const object of objects.slice(next)) place(object);
  return blocks;
}

/** What an object prints: letters within the line, or paragraphs and tables of its own. */
function objectOf(object: HwpRecord, context: Context): string | DraftBlock[] {
  const name = String.fromCharCode(...object.data.subarray(0, 4).toReversed());
  if (unprinted.has(name)) return [];
  if (name === "eqed") return object.children.map(scriptOf).join("");
  if (notes.has(name)) {
    context.notes.push(...listsOf(object, context));
    return [];
  }
  if (name !== "tbl ") return listsOf(object, context);
  const table = object.children.findIndex(({ tag }) => tag === tags.table);
  if (table < 0) throw damagedDocument();
  const caption = blocksOf(object.children.slice(0, table), context);
  return [...caption, tableOf(object.children.slice(table), context)];
}

/** The paragraphs of text boxes, however deep in groups of drawings. */
const listsOf = (object: HwpRecord, context: Context): DraftBlock[] => [
  ...blocksOf(object.children, context),
  ...object.children
    .filter(({ tag }) => tag !== tags.paragraphHeader)
    .flatMap((child) => listsOf(child, context)),
];

/** The script of a formula: its letters follow an attribute and their number. */
const scriptOf = ({ tag, data }: HwpRecord): string =>
  tag === tags.equation && data.length >= 6
    ? data.subarray(6, 6 + data.readUInt16LE(4) * 2).toString("utf16le")
    : "";

/** Each list header begins a cell; the records after it, at its level, are the cell's paragraphs. */
function tableOf([table, ...records]: HwpRecord[], context: Context): DraftTable {
  if (!table || table.data.length < 8) throw damagedDocument();
  const cells: DraftCell[] = [];
  let content: HwpRecord[] = [];
  const endCell = () => {
    const cell = cells.at(-1);
    if (cell) cell.paragraphs = flatten(blocksOf(content, context));
    content = [];
  };
  for (const record of records) {
    if (record.tag !== tags.listHeader) {
      content.push(record);
      continue;
    }
    endCell();
    cells.push(cellOf(record.data));
  }
  endCell();
  return { kind: "TABLE", cells, rowCount: table.data.readUInt16LE(4) };
}

/** The place of a cell (표 80), after the 8 bytes of a list header. */
function cellOf(data: Buffer): DraftCell {
  if (data.length < 16) throw damagedDocument();
  return {
    column: data.readUInt16LE(8) + 1,
    row: data.readUInt16LE(10) + 1,
    columnSpan: data.readUInt16LE(12),
    rowSpan: data.readUInt16LE(14),
    paragraphs: [],
  };
}
