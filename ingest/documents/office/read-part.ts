import { type Archive, type ArchiveProblems, openArchive } from "../open-archive.ts";
import { damagedDocument, documentTooLarge } from "./unreadable-document.ts";
import { type XmlElement, XmlTree } from "./xml-tree.ts";

const problems: ArchiveProblems = { damaged: damagedDocument, tooLarge: documentTooLarge };

/** Opens a document that is a zip archive. Throws ReadingStopped. */
export const openParts = (bytes: Uint8Array): Promise<Archive> => openArchive(bytes, problems);

/** The root element of a part of a document. Throws ReadingStopped if the part is missing or damaged. */
export async function readPart(archive: Archive, name: string): Promise<XmlElement> {
  const tree = new XmlTree();
  await archive.read(name, (text) => tree.write(text));
  return tree.end();
}
