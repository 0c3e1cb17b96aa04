import type { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import { textOf } from "../header/header.ts";
import { startsWithBullet } from "../layout/bullets.ts";
import { addAll, type Fragment } from "../layout/fragments.ts";
import { cellsOf, isBlank, type Line } from "../layout/lines-and-cells.ts";
import { compact } from "../layout/markup.ts";
import type { SectionHeading } from "../layout/section-headings.ts";

/** A section before its bullets are parsed. */
export interface SectionText {
  kind: SectionKind;
  heading: SectionHeading;
  fragments: Fragment[];
}

const tableHeadings = new Set([
  "구분",
  "추진실적및추진계획",
  "추진실적및향후추진계획",
  "추진실적및계획",
  "비고",
]);

/** Assigns the lines of the part to their sections; text before the first one is `unread`. */
export function splitSections(results: (Line | SectionHeading)[]): {
  sections: SectionText[];
  unread: Fragment[];
} {
  const sections: SectionText[] = [];
  const unread: Fragment[] = [];
  let current: Fragment[] = unread;
  /** The last cell of the line is open: it continues on the next lines until another cell begins. */
  let isCellOpen = false;
  for (const item of results) {
    if ("kind" in item) {
      current = sectionFor(item, sections);
      addAll(current, item.rest);
      isCellOpen = item.rest.length === 1;
    } else if (isTableHeading(item)) {
      // Fixed words of the form carry no information.
    } else if (current === unread) addAll(unread, textOf(item));
    else {
      addAll(current, fragmentsOf(item, isCellOpen));
      if (item.text.includes("\t")) isCellOpen = !isCellOpen && cellsOf(item).length === 2;
    }
  }
  return { sections, unread };
}

/** The fragments of the heading's section. A section printed twice is merged; a different second heading is kept as text. */
function sectionFor(heading: SectionHeading, sections: SectionText[]): Fragment[] {
  const earlier = sections.find(({ kind }) => kind === heading.kind);
  if (!earlier) {
    const section = { kind: heading.kind, heading, fragments: [] };
    sections.push(section);
    return section.fragments;
  }
  if (earlier.heading.title !== heading.title)
    earlier.fragments.push({ ...heading.origin, raw: heading.title, apart: true });
  return earlier.fragments;
}

const isTableHeading = (line: Line): boolean => {
  const words = cellsOf(line).map(({ raw }) => compact(raw));
  return (
    words.length > 1 && words[0] === "구분" && words.every((word) => word === "" || tableHeadings.has(word))
  );
};

/**
 * The content and the remarks of a line; a blank line gives a blank fragment. If a cell of results is open, the text
 * before the first tab still belongs to it, and the rest is a remark.
 */
export function fragmentsOf(line: Line, isCellOpen = false): Fragment[] {
  const place = { line: line.number };
  if (!line.text.includes("\t") || isBlank(line.text)) return [{ ...place, column: null, raw: line.text }];
  // Tabs before a bullet and none after it are indentation.
  if (/^\s*\t[^\t]*$/.test(line.text) && startsWithBullet(line.text))
    return [{ ...place, column: null, raw: line.text }];
  const [first, second, ...others] = cellsOf(line).map(({ column, raw }) => ({ ...place, column, raw }));
  const remarks = (cells: Fragment[]) =>
    cells.filter(({ raw }) => !isBlank(raw)).map((cell) => ({ ...cell, remark: true }));
  const content = { ...second!, row: true, whole: others.length > 0 };
  if (isCellOpen && (others.length === 0 || !isBlank(first!.raw)))
    return [first!, ...remarks([second!, ...others])];
  if (isBlank(first!.raw)) return [content, ...remarks(others)];
  if (startsWithBullet(first!.raw) || isBlank(second!.raw)) return [first!, ...remarks([second!, ...others])];
  return [{ ...first!, apart: true }, content, ...remarks(others)];
}
