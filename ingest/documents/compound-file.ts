/** What a compound file of Microsoft's old format (OLE2) holds. */
export type CompoundKind = "XLS" | "HWP" | "DOC" | "PPT" | "ENCRYPTED" | "OTHER";

const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** Names of the streams that tell, as its directory lists them. */
const streams: [name: string, kind: CompoundKind][] = [
  ["EncryptedPackage", "ENCRYPTED"],
  ["Workbook", "XLS"],
  ["Book", "XLS"],
  ["HwpSummaryInformation", "HWP"],
  ["WordDocument", "DOC"],
  ["PowerPoint Document", "PPT"],
];

/** The kind of a compound file; undefined for other files. */
export function compoundKind(bytes: Buffer): CompoundKind | undefined {
  if (!bytes.subarray(0, signature.length).equals(signature)) return undefined;
  const found = streams.find(([name]) => bytes.includes(Buffer.from(`${name}\0`, "utf16le")));
  return found?.[1] ?? "OTHER";
}
