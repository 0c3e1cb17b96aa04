import type { DraftBlock, DraftDocument } from "../draft-document.ts";
import { openParts, readPart } from "../read-part.ts";
import { damagedDocument, passwordProtected } from "../unreadable-document.ts";
import { descendantsOf } from "../xml-tree.ts";
import { blocksOf } from "./blocks.ts";
import { type ParagraphShapes, paragraphShapesOf } from "./paragraph-shapes.ts";

const sectionName = /^Contents\/section(\d+)\.xml$/i;
const manifest = "META-INF/manifest.xml";
const header = "Contents/header.xml";

/** Reads an HWPX: the text as it prints with tracked changes accepted, then its notes. Throws ReadingStopped. */
export async function readHwpx(bytes: Uint8Array): Promise<DraftDocument> {
  const archive = await openParts(bytes);
  if (archive.has(manifest)) {
    const encryption = descendantsOf(await readPart(archive, manifest), "encryption-data");
    if (encryption.length > 0) throw passwordProtected();
  }
  const sections = archive.names
    .flatMap((name) => {
      const number = sectionName.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number) }];
    })
    .sort((one, other) => one.number - other.number);
  if (sections.length === 0) throw damagedDocument();
  const shapes: ParagraphShapes = archive.has(header)
    ? paragraphShapesOf(await readPart(archive, header))
    : new Map();
  const notes: DraftBlock[] = [];
  const blocks: DraftBlock[] = [];
  for (const { name } of sections) {
    blocks.push(...blocksOf(await readPart(archive, name), { shapes, notes, deleted: 0 }));
  }
  return { blocks: [...blocks, ...notes], findings: [] };
}
