import { brokenCharacterIn } from "./broken-character.ts";
import { openArchive } from "./open-archive.ts";
import { ReadingStopped } from "./table.ts";
import { mainPart } from "./workbook/workbook-parts.ts";

interface File {
  name: string;
  bytes: Uint8Array;
}

const zipSignature = Buffer.from("PK\x03\x04");
/** What operating systems and programs put beside the files of a folder. */
const byproduct = /^(__MACOSX\/.*|(.*\/)?(\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini))$/i;

/**
 * The files in a zip archive, each under its own name after that of the archive; the file itself if it is anything
 * else: a workbook or document is an archive too. A damaged archive is left as it is, to be refused when it is read.
 */
export async function unpack(file: File): Promise<File[]> {
  if (!Buffer.from(file.bytes.subarray(0, zipSignature.length)).equals(zipSignature)) return [file];
  try {
    const archive = await openArchive(file.bytes);
    if (archive.has("mimetype") || (await mainPart(archive))) return [file];
    const names = archive.names.filter((name) => !name.endsWith("/") && !byproduct.test(name));
    const files: File[] = [];
    for (const name of names)
      files.push({ name: memberName(file.name, name), bytes: await archive.bytes(name) });
    return files.length > 0 ? files : [file];
  } catch (error) {
    if (error instanceof ReadingStopped) return [file];
    throw error;
  }
}

/** 자료.zip/2025/01-부서.csv; a name with broken characters only counts as a file of the archive. */
const memberName = (archive: string, name: string): string =>
  brokenCharacterIn(name) === null ? `${archive}/${name.normalize("NFC")}` : `${archive}/?`;
