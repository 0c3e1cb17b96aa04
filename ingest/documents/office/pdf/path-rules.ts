import { OPS, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import { documentTooLarge } from "../unreadable-document.ts";
import type { Rule } from "./geometry.ts";

type Point = [number, number];

/** A filled shape thinner than that is a line. */
const thickestLine = 2.5;
const shortestRule = 4;
const straight = 0.7;
const maxRules = 20_000;

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([OPS.fill, OPS.eoFill]);

/** Follows the drawing operators of a page and records its level and upright lines, whether stroked or filled. */
export class PathRules {
  readonly horizontal: Rule[] = [];
  readonly vertical: Rule[] = [];
  /** The parts of the current path, each a series of points. */
  #parts: Point[][] = [];

  // biome-ignore lint/suspicious/noExplicitAny: the arguments of each operator differ
  draw(operator: number, operands: any, page: number[]): void {
    if (operator === OPS.constructPath) {
      this.#parts = partsOf(operands[0], operands[1], page);
    } else if (strokes.has(operator)) {
      for (const part of this.#parts) {
        for (let index = 1; index < part.length; index++) this.#add(part[index - 1]!, part[index]!);
      }
    } else if (fills.has(operator)) {
      for (const part of this.#parts) this.#addFilled(part);
    }
  }

  #addFilled(part: Point[]): void {
    const xs = part.map(([x]) => x);
    const ys = part.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= thickestLine) this.#add([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    else if (right - left <= thickestLine) this.#add([(left + right) / 2, top], [(left + right) / 2, bottom]);
  }

  #add([x0, y0]: Point, [x1, y1]: Point): void {
    const width = Math.abs(x1 - x0);
    const height = Math.abs(y1 - y0);
    if (height <= straight && width >= shortestRule) {
      this.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    } else if (width <= straight && height >= shortestRule) {
      this.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    }
    if (this.horizontal.length + this.vertical.length > maxRules) throw documentTooLarge();
  }
}

/** The points of a path, on the page. Curves end a series: they are no rules. */
function partsOf(operators: number[], numbers: ArrayLike<number>, page: number[]): Point[][] {
  const parts: Point[][] = [];
  let at = 0;
  const point = (x: number, y: number): Point => Util.applyTransform([x, y], page) as Point;
  const next = () => numbers[at++]!;
  for (const operator of operators) {
    if (operator === OPS.moveTo) parts.push([point(next(), next())]);
    else if (operator === OPS.lineTo) parts.at(-1)?.push(point(next(), next()));
    else if (operator === OPS.rectangle) {
      const [x, y, width, height] = [next(), next(), next(), next()];
      const corners = [point(x, y), point(x + width, y), point(x + width, y + height), point(x, y + height)];
      parts.push([...corners, corners[0]!]);
    } else if (operator === OPS.closePath) {
      const part = parts.at(-1);
      if (part?.[0]) part.push(part[0]);
    } else if (operator === OPS.curveTo || operator === OPS.curveTo2 || operator === OPS.curveTo3) {
      at += operator === OPS.curveTo ? 4 : 2;
      parts.push([point(next(), next())]);
    }
  }
  return parts;
}
