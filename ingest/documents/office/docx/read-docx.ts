import type { DraftDocument } from "../draft-document.ts";
import { openParts, readPart } from "../read-part.ts";
import { damagedDocument } from "../unreadable-document.ts";
import { childOf, elementsOf } from "../xml-tree.ts";
import { blocksOf } from "./blocks.ts";
import { type DocxStyles, stylesOf } from "./styles.ts";

/** Notes come after the text; Word itself keeps two that only draw the line above them. */
const notes = [
  { part: "word/footnotes.xml", element: "footnote" },
  { part: "word/endnotes.xml", element: "endnote" },
];

/** Reads a DOCX: the text as it prints with all tracked changes accepted, then its notes. Throws ReadingStopped. */
export async function readDocx(bytes: Uint8Array): Promise<DraftDocument> {
  const archive = await openParts(bytes);
  const styles: DocxStyles = archive.has("word/styles.xml")
    ? stylesOf(await readPart(archive, "word/styles.xml"))
    : new Map();
  const body = childOf(await readPart(archive, "word/document.xml"), "body");
  if (!body) throw damagedDocument();
  const blocks = blocksOf(body, styles);
  for (const { part, element } of notes) {
    if (!archive.has(part)) continue;
    for (const note of elementsOf(await readPart(archive, part), element)) {
      if (note.attributes.type === undefined) blocks.push(...blocksOf(note, styles));
    }
  }
  return { blocks, findings: [] };
}
