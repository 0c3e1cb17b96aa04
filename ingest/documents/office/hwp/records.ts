import { damagedDocument } from "../unreadable-document.ts";

/** A record of an HWP 5 stream, with the records below it. */
export interface HwpRecord {
  tag: number;
  data: Buffer;
  children: HwpRecord[];
}

/** The tags that are read (한글 문서 파일 형식 5.0, 표 57; DocInfo: 표 13). */
export const tags = {
  paragraphShape: 25,
  paragraphHeader: 66,
  paragraphText: 67,
  controlHeader: 71,
  listHeader: 72,
  table: 77,
  equation: 88,
} as const;

const longSize = 0xfff;
const maxRecords = 2_000_000;
const maxLevel = 100;

/** The records of a stream as a tree, by their levels. Throws ReadingStopped if the stream is cut off. */
export function readRecords(stream: Buffer): HwpRecord[] {
  const root: HwpRecord = { tag: 0, data: Buffer.alloc(0), children: [] };
  const path = [root];
  let count = 0;
  for (let at = 0; at < stream.length; ) {
    if (at + 4 > stream.length || ++count > maxRecords) throw damagedDocument();
    const header = stream.readUInt32LE(at);
    at += 4;
    const level = (header >>> 10) & 0x3ff;
    let size = header >>> 20;
    if (size === longSize) {
      if (at + 4 > stream.length) throw damagedDocument();
      size = stream.readUInt32LE(at);
      at += 4;
    }
    if (at + size > stream.length || level >= path.length || level > maxLevel) throw damagedDocument();
    const record: HwpRecord = { tag: header & 0x3ff, data: stream.subarray(at, at + size), children: [] };
    at += size;
    path[level]!.children.push(record);
    path.length = level + 1;
    path.push(record);
  }
  return root.children;
}
