import type { Glyph } from "./geometry.ts";

/** A printed line of letters. */
export interface TextLine {
  text: string;
  page: number;
  /** Where its first and its last visible letter are. */
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** Whether a space was printed after its last letter. */
  endsInSpace: boolean;
}

/** Letters on baselines that differ by less than this share of their size are on one line. */
const sameLine = 0.45;
/** A gap of this share of the letters' size is a space, even if none was printed. */
const spaceWidth = 0.3;

/** The lines that letters form, from the top, each from its left. */
export function linesOf(glyphs: readonly Glyph[], page: number): TextLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first && glyph.y - first.y < sameLine * Math.max(glyph.size, first.size)) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row) => lineOf(row, page) ?? []);
}

function lineOf(row: Glyph[], page: number): TextLine | null {
  const glyphs = row.toSorted((one, other) => one.x0 - other.x0);
  const visible = glyphs.filter(({ text }) => text.trim() !== "");
  const last = visible.at(-1);
  if (!last) return null;
  let text = "";
  let end = Number.POSITIVE_INFINITY;
  let space = false;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") {
      space = true;
      continue;
    }
    const gap = glyph.x0 - end > spaceWidth * glyph.size;
    text += text !== "" && (space || gap) ? ` ${glyph.text}` : glyph.text;
    space = false;
    end = glyph.x1;
  }
  return {
    text,
    page,
    x0: visible[0]!.x0,
    x1: Math.max(...visible.map(({ x1 }) => x1)),
    y: row[0]!.y,
    size: Math.max(...visible.map(({ size }) => size)),
    endsInSpace: space,
  };
}

/** Lines within the left and right edges that they were set between. */
export interface Column {
  lines: TextLine[];
  left: number;
  right: number;
}
