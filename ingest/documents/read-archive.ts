import { readOds } from "./ods/read-ods.ts";
import { type Archive, openArchive } from "./open-archive.ts";
import type { Table } from "./table.ts";
import { locked, unreadable } from "./unreadable.ts";
import { readWorkbook } from "./workbook/read-workbook.ts";
import { mainPart } from "./workbook/workbook-parts.ts";

/** The sheets of a workbook in a zip archive: XLSX, XLSB, ODS. Throws ReadingStopped. */
export async function readArchive(file: { name: string; bytes: Uint8Array }): Promise<Table[]> {
  const archive = await openArchive(file.bytes);
  const mediaType = archive.has("mimetype") ? (await archive.bytes("mimetype")).toString().trim() : "";
  if (mediaType.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
    if (await isEncryptedOds(archive)) throw locked();
    return readOds(file.name, archive);
  }
  const main = await mainPart(archive);
  if (main?.endsWith(".bin")) {
    const { readLegacy } = await import("./legacy/read-legacy.ts");
    return readLegacy(file, "XLSB");
  }
  if (main && !/(^|\/)(document|presentation)\d*\.xml$/i.test(main))
    return readWorkbook(file.name, archive, main);
  // Damage or a password would be the true cause.
  for (const name of archive.names) if (!name.endsWith("/")) await archive.bytes(name);
  throw notAWorkbook();
}

const isEncryptedOds = async (archive: Archive): Promise<boolean> =>
  archive.has("META-INF/manifest.xml") &&
  (await archive.bytes("META-INF/manifest.xml")).includes("encryption-data");

const notAWorkbook = () =>
  unreadable(
    "압축 파일이지만 통합 문서(.xlsx, .xlsb, .ods)가 아닙니다. 자료를 .xlsx나 CSV로 저장해 올려 주십시오.",
    "This is an archive, but not a workbook (.xlsx, .xlsb, .ods). Save the table as .xlsx or CSV and import that file.",
  );
