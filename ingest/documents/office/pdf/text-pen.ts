import { OPS, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Glyph } from "./geometry.ts";

/** The state of text, as the PDF specification names it (9.3). */
interface TextState {
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  isInvisible: boolean;
}

/** A letter as pdf.js hands it over; its width is in thousandths of the font's size. */
interface ShownGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

const identity = [1, 0, 0, 1, 0, 0];
const invisible = 3;
/** Steeper than that is a watermark across the page, unless it stands upright. */
const slope = 0.1;

/** Follows the text operators of a page and records where each letter stands. */
export class TextPen {
  readonly glyphs: Glyph[] = [];
  #state: TextState = {
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    isInvisible: false,
  };
  #line = identity;
  #matrix = identity;

  save(): TextState {
    return { ...this.#state };
  }

  restore(state: TextState): void {
    this.#state = state;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the arguments of each operator differ
  write(operator: number, operands: any, page: number[]): void {
    const state = this.#state;
    switch (operator) {
      case OPS.beginText:
        this.#line = this.#matrix = identity;
        return;
      case OPS.setFont:
        state.fontSize = operands[1];
        return;
      case OPS.setCharSpacing:
        state.characterSpacing = operands[0];
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = operands[0];
        return;
      case OPS.setHScale:
        state.scale = operands[0] / 100;
        return;
      case OPS.setLeading:
        state.leading = -operands[0];
        return;
      case OPS.setTextRise:
        state.rise = operands[0];
        return;
      case OPS.setTextRenderingMode:
        state.isInvisible = operands[0] === invisible;
        return;
      case OPS.setTextMatrix:
        this.#line = this.#matrix = [...operands];
        return;
      case OPS.moveText:
        this.#move(operands[0], operands[1]);
        return;
      case OPS.setLeadingMoveText:
        state.leading = operands[1];
        this.#move(operands[0], operands[1]);
        return;
      case OPS.nextLine:
        this.#move(0, state.leading);
        return;
      case OPS.showText:
        this.#show(operands[0], page);
        return;
    }
  }

  #move(x: number, y: number): void {
    this.#line = this.#matrix = Util.transform(this.#line, [1, 0, 0, 1, x, y]);
  }

  #show(shown: (ShownGlyph | number | null)[], page: number[]): void {
    const { fontSize, characterSpacing, wordSpacing, scale, rise, isInvisible } = this.#state;
    let x = 0;
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === "number") {
        x -= (glyph / 1000) * fontSize;
        continue;
      }
      const width = (glyph.width / 1000) * fontSize;
      if (!isInvisible)
        this.#record(glyph.unicode, Util.transform(page, this.#matrix), x * scale, width * scale, rise);
      x += width + characterSpacing + (glyph.isSpace ? wordSpacing : 0);
    }
    this.#matrix = Util.transform(this.#matrix, [1, 0, 0, 1, x * scale, 0]);
  }

  #record(text: string, matrix: number[], x: number, width: number, rise: number): void {
    const [xx = 1, xy = 0, yx = 0, yy = 1] = matrix;
    const [x0, y] = Util.applyTransform([x, rise], matrix) as [number, number];
    const [end] = Util.applyTransform([x + width, rise], matrix) as [number, number];
    const isLevel = Math.abs(xy) <= slope * Math.abs(xx);
    const isUpright = Math.abs(xx) <= slope * Math.abs(xy);
    if (!isLevel && !isUpright) return;
    const size = Math.abs(this.#state.fontSize) * Math.hypot(yx, yy);
    this.glyphs.push({ text, x0: Math.min(x0, end), x1: isLevel ? Math.max(x0, end) : x0 + size, y, size });
  }
}
