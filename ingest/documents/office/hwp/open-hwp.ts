import { inflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import type { ReadingStopped } from "../../table.ts";
import {
  damagedDocument,
  documentTooLarge,
  passwordProtected,
  unreadableDocument,
} from "../unreadable-document.ts";

/** The streams of an HWP 5 document that hold its text, uncompressed. */
export interface HwpStreams {
  docInfo: Buffer;
  sections: Buffer[];
}

/** What FileHeader says of the document (표 3). */
const flags = { compressed: 1, password: 2, distribution: 4, drm: 16 };
const signature = "HWP Document File";
const maxStreamBytes = 128 * 2 ** 20;

/** Opens an HWP 5 document. Throws ReadingStopped for one that is encrypted, for distribution only, or damaged. */
export function openHwp(bytes: Uint8Array): HwpStreams {
  const read = streamsOf(bytes);
  const header = read("FileHeader");
  if (!header || header.length < 40 || !header.toString("latin1").startsWith(signature))
    throw damagedDocument();
  const state = header.readUInt32LE(36);
  if (state & flags.password) throw passwordProtected();
  if (state & (flags.distribution | flags.drm)) throw restricted();
  const inflate = (stream: Buffer) => (state & flags.compressed ? inflateStream(stream) : stream);
  const docInfo = read("DocInfo");
  const sections: Buffer[] = [];
  for (let number = 0; ; number++) {
    const section = read(`BodyText/Section${number}`);
    if (!section) break;
    sections.push(inflate(section));
  }
  if (!docInfo || sections.length === 0) throw damagedDocument();
  return { docInfo: inflate(docInfo), sections };
}

/** The streams of a compound file by their path. */
function streamsOf(bytes: Uint8Array): (path: string) => Buffer | null {
  try {
    const file = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: "buffer" });
    return (path) => {
      const content = CFB.find(file, `/${path}`)?.content;
      return content ? Buffer.from(content) : null;
    };
  } catch {
    throw damagedDocument();
  }
}

function inflateStream(stream: Buffer): Buffer {
  try {
    return inflateRawSync(stream, { maxOutputLength: maxStreamBytes });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? documentTooLarge()
      : damagedDocument();
  }
}

const restricted = (): ReadingStopped =>
  unreadableDocument(
    "배포용 문서이거나 보안이 걸린 한글 문서입니다. 한글에서 일반 문서로 저장하거나 PDF로 저장해 올려 주십시오.",
    "This HWP document is for distribution only or protected by DRM. Save it as an ordinary document or as PDF and import that.",
  );
