import type { ParagraphStyle, WrittenParagraph } from "./written-document.ts";

type Alignment = "JUSTIFY" | "LEFT" | "CENTER" | "RIGHT";

/** The letters of a document; `size` in hundredths of a point. */
export const letters = [
  { size: 1000, isBold: false },
  { size: 900, isBold: false },
  { size: 1000, isBold: true },
  { size: 1200, isBold: true },
  { size: 1400, isBold: true },
] as const;

/** How each style is set: the index of its letters, and its alignment. */
const styles: Record<ParagraphStyle, { letter: number; alignment: Alignment; hangs?: boolean }> = {
  BULLET: { letter: 0, alignment: "JUSTIFY", hangs: true },
  BODY: { letter: 0, alignment: "JUSTIFY" },
  ENTRY: { letter: 0, alignment: "CENTER" },
  UNIT: { letter: 1, alignment: "RIGHT" },
  FIGURE: { letter: 1, alignment: "RIGHT" },
  LABEL: { letter: 2, alignment: "CENTER" },
  HEADING: { letter: 3, alignment: "LEFT" },
  TITLE: { letter: 4, alignment: "CENTER" },
};

/** A paragraph shape (문단 모양) of the header; `indent` in half-width characters. */
export interface Shape {
  alignment: Alignment;
  indent: number;
  /** Whether further lines hang from the words behind a bullet. */
  hangs: boolean;
}

/** The paragraph shapes that a document uses, by the order of their first use; the first is that of plain text. */
export class Shapes {
  readonly #ids = new Map<string, number>();
  readonly list: Shape[] = [];

  constructor() {
    this.idsOf({ style: "BODY" });
  }

  /** The ids of the paragraph shape and of the letters of a paragraph. */
  idsOf({ style, indent = 0 }: Pick<WrittenParagraph, "style" | "indent">): {
    shape: number;
    letter: number;
  } {
    const { letter, alignment, hangs = false } = styles[style];
    const key = `${alignment} ${indent} ${hangs}`;
    const shape = this.#ids.get(key) ?? this.list.length;
    if (shape === this.list.length) {
      this.#ids.set(key, shape);
      this.list.push({ alignment, indent, hangs });
    }
    return { shape, letter };
  }
}
