import type { SourceLocation } from "../report-draft.ts";
import { startsWithBullet } from "./bullets.ts";
import type { Fragment } from "./fragments.ts";
import { hasNumericEntity, readSectionTitle, type SectionMeaning } from "./headings.ts";
import { cellsOf, isBlank, type Line } from "./lines-and-cells.ts";
import { plainText } from "./markup.ts";

/** The heading of one of the three sections, on one line or over several. */
export interface SectionHeading extends SectionMeaning {
  /** Markup removed, lines joined by a space. */
  title: string;
  misprintOf: string | null;
  origin: SourceLocation;
  /** Number of lines. */
  lines: number;
  /** The further cells of its last line. */
  rest: Fragment[];
  /** Whether bold is opened and never closed. */
  openBold: boolean;
}

const maxLines = 3;
const longest = 200;

/** The section heading that begins at a line: the longest run of lines that reads as one. */
export function findSectionHeading(lines: Line[], index: number): SectionHeading | undefined {
  const first = lines[index]!;
  if (isPlainBullet(first)) return undefined;
  let sectionHeading: SectionHeading | undefined;
  let raw = "";
  for (let count = 1; count <= maxLines; count += 1) {
    const line = lines[index + count - 1];
    if (!line || isBlank(line.text) || (count > 1 && startsWithBullet(line.text))) break;
    const [cell, ...others] = cellsOf(line);
    raw = count === 1 ? cell!.raw : `${raw} ${cell!.raw}`;
    if (raw.length > longest || hasNumericEntity(raw)) break;
    const heading = readSectionTitle(plainText(raw));
    if (heading) sectionHeading = headingOf(heading, raw, first, line, count);
    if (others.length > 0) break;
  }
  return sectionHeading;
}

/** A line that begins with - or • is a statement even if it reads like a heading; ○ and □ may lead a heading. */
const isPlainBullet = ({ text }: Line): boolean =>
  startsWithBullet(text) && !/^[\s*]*[○●◎◯❍ㅇo□■▣]/.test(text);

function headingOf(
  { meaning, misprintOf }: { meaning: SectionMeaning; misprintOf: string | null },
  raw: string,
  first: Line,
  last: Line,
  lines: number,
): SectionHeading | undefined {
  // ○ 추진계획 may be a statement of its own; only the form's own words, letter for letter, are a heading there.
  if (startsWithBullet(first.text) && (misprintOf || lines > 1)) return undefined;
  const cells = cellsOf(last).slice(1);
  return {
    ...meaning,
    misprintOf,
    lines,
    title: plainText(raw)
      .replace(/\*\*/g, "")
      .replace(/^[\s□■▣○●◎◯❍ㅇ#]+/, "")
      .trim(),
    openBold: raw.split("**").length % 2 === 0,
    origin: {
      line: first.number,
      column: first.text.includes("\t") ? 1 : null,
      quote: cellsOf(first)[0]!.raw.trim(),
    },
    rest: cells.map((cell, index) => ({
      ...{ line: last.number, column: cell.column, raw: cell.raw },
      ...(index === 0 ? { row: true, whole: cells.length > 1 } : { remark: true }),
    })),
  };
}
