import { type HwpRecord, tags } from "./records.ts";

/** What the shape of a paragraph states (문단 모양, 표 43). */
export interface HwpParagraphShape {
  headingLevel?: number;
  isListItem?: boolean;
  /** Left margin, in half-width characters. */
  indent: number;
}

/** A half-width character of 10 points. The margins of a paragraph shape count twice a hundredth of a point. */
const halfWidth = 1000;
const outline = 1;
const noHead = 0;

/** The paragraph shapes of a document, in the order of their numbers. */
export const paragraphShapesOf = (docInfo: HwpRecord[]): HwpParagraphShape[] =>
  descendants(docInfo)
    .filter(({ tag, data }) => tag === tags.paragraphShape && data.length >= 8)
    .map(({ data }) => {
      const head = (data.readUInt32LE(0) >>> 23) & 3;
      const level = (data.readUInt32LE(0) >>> 25) & 7;
      const indent = Math.max(0, Math.round(data.readInt32LE(4) / halfWidth));
      if (head === noHead) return { indent };
      if (head === outline) return { indent, headingLevel: level + 1 };
      return { indent: Math.max(indent, level * 2), isListItem: true };
    });

const descendants = (records: HwpRecord[]): HwpRecord[] =>
  records.flatMap((record) => [record, ...descendants(record.children)]);
