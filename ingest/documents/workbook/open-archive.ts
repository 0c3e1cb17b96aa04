import { StringDecoder } from "node:string_decoder";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ReadingStopped } from "../table.ts";
import { damaged, unreadable } from "./unreadable.ts";

/** The parts of a zip archive by name. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
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
    return {
      names: [...parts.keys()],
      has: (name) => parts.has(name),
      read: (name, take) => inflate(zip, parts.get(name), take, problems),
    };
  } catch (error) {
    throw error instanceof ReadingStopped ? error : problems.damaged();
  }
}

async function listParts(zip: ZipFile, problems: ArchiveProblems): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, entry);
    inflated += entry.uncompressedSize;
    if (inflated > maxInflatedBytes || parts.size > maxParts) throw problems.tooLarge();
  }
  return parts;
}

const tooLarge = (): ReadingStopped =>
  unreadable(
    "압축을 풀면 256MB나 파일 10,000개를 넘는 통합 문서입니다. 필요한 시트만 CSV로 저장해 올려 주십시오.",
    "The workbook unpacks to more than 256 MB or 10,000 parts. Save the sheets you need as CSV and import those.",
  );

async function inflate(
  zip: ZipFile,
  entry: Entry | undefined,
  take: (text: string) => void,
  problems: ArchiveProblems,
): Promise<void> {
  if (!entry) throw problems.damaged();
  try {
    // Fails as soon as more is inflated than the entry states.
    const stream = await zip.openReadStreamPromise(entry);
    const decoder = new StringDecoder("utf8");
    let checksum = 0;
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      checksum = crc32(bytes, checksum);
      take(decoder.write(bytes));
    }
    if (checksum !== entry.crc32) throw problems.damaged();
  } catch (error) {
    throw error instanceof ReadingStopped ? error : problems.damaged();
  }
}
