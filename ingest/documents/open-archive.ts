import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import { crc32 } from "node:zlib";
import iconv from "iconv-lite";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ReadingStopped } from "./table.ts";
import { damaged, locked, unreadable } from "./unreadable.ts";

/** The parts of a zip archive by name, in upper or lower case. */
export interface Archive {
  /** Names of all files in it, in order. */
  names: string[];
  has(name: string): boolean;
  /** The whole of a part. Throws ReadingStopped if it is damaged or longer than the archive states. */
  bytes(name: string): Promise<Buffer>;
  /** Streams a part. Throws ReadingStopped if it is damaged or longer than the archive states. */
  read(name: string, take: (text: string) => void): Promise<void>;
}

/** A workbook of a million cells has about 50 MB of XML. */
const maxInflatedBytes = 256 * 2 ** 20;
const maxParts = 10_000;

/** How to say that an archive is damaged or too large: as whoever saved it would call it. */
export interface ArchiveProblems {
  damaged(): ReadingStopped;
  tooLarge(): ReadingStopped;
}

/** Opens an archive. One whose stated size exceeds the limit is rejected before anything is inflated. */
export async function openArchive(
  bytes: Uint8Array,
  problems: ArchiveProblems = { damaged, tooLarge },
): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    const parts = await listParts(zip, problems);
    const byName = new Map([...parts].map(([name, entry]) => [name.toLowerCase(), entry]));
    const find = (name: string) => parts.get(name) ?? byName.get(name.toLowerCase());
    return {
      names: [...parts.keys()],
      has: (name) => find(name) !== undefined,
      bytes: async (name) => {
        const chunks: Buffer[] = [];
        await inflate(zip, find(name), (bytes) => chunks.push(bytes), problems);
        return Buffer.concat(chunks);
      },
      read: async (name, take) => {
        const decoder = new StringDecoder("utf8");
        await inflate(zip, find(name), (bytes) => take(decoder.write(bytes)), problems);
      },
    };
  } catch (error) {
    throw error instanceof ReadingStopped ? error : problems.damaged();
  }
}

async function listParts(zip: ZipFile, problems: ArchiveProblems): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    parts.set(nameOf(entry), entry);
    inflated += entry.uncompressedSize;
    if (inflated > maxInflatedBytes || parts.size > maxParts) throw problems.tooLarge();
  }
  return parts;
}

const utf8Flag = 0x800;

/** The name of an entry. Archives made on Korean Windows have names in CP949 without saying so. */
function nameOf({ fileName, fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const raw = Buffer.from(fileNameRaw);
  if ((generalPurposeBitFlag & utf8Flag) !== 0 || isUtf8(raw)) return raw.toString().replaceAll("\\", "/");
  const name = iconv.decode(raw, "cp949").replaceAll("\\", "/");
  return name.includes("\uFFFD") ? fileName : name;
}

const tooLarge = (): ReadingStopped =>
  unreadable(
    "압축을 풀면 256MB나 파일 10,000개를 넘는 파일입니다. 필요한 시트만 CSV로 저장해 올려 주십시오.",
    "The file unpacks to more than 256 MB or 10,000 parts. Save the sheets you need as CSV and import those.",
  );

async function inflate(
  zip: ZipFile,
  entry: Entry | undefined,
  take: (bytes: Buffer) => void,
  problems: ArchiveProblems,
): Promise<void> {
  if (!entry) throw problems.damaged();
  if (entry.isEncrypted()) throw locked();
  try {
    // Fails as soon as more is inflated than the entry states.
    const stream = await zip.openReadStreamPromise(entry);
    let checksum = 0;
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      checksum = crc32(bytes, checksum);
      take(bytes);
    }
    if (checksum !== entry.crc32) throw problems.damaged();
  } catch (error) {
    throw error instanceof ReadingStopped ? error : problems.damaged();
  }
}
