import { isTable, type PageItem } from "./page-items.ts";
import type { TextLine } from "./text-lines.ts";

/** The share of a page's height at its top and bottom where running heads and page numbers stand. */
const edge = 0.1;
const pageNumber =
  /^[-–—\s]*(\d{1,4}|[ivx]{1,6})[-–—\s]*(\/\s*\d{1,4})?$|^(page|p\.)\s*\d{1,4}$|^\d{1,4}\s*쪽$/i;
/** What a table needs is not left out, should it be repeated above each part. */
const unit = /단위/;

/** The items of each page without page numbers and without lines that repeat at the edge of most pages. */
export function withoutRunningHeads(pages: PageItem[][], heights: number[]): PageItem[][] {
  const isAtEdge = ({ y, page }: TextLine) => {
    const height = heights[page - 1]!;
    return y < height * edge || y > height * (1 - edge);
  };
  // Numbers change from page to page.
  const wording = ({ text }: TextLine) => text.replace(/\d+/g, "#");
  const counts = new Map<string, number>();
  for (const items of pages) {
    const atEdge = items.filter((item): item is TextLine => !isTable(item) && isAtEdge(item));
    for (const text of new Set(atEdge.map(wording))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isRepeated = (line: TextLine) =>
    pages.length > 1 && counts.get(wording(line))! > pages.length / 2 && !unit.test(line.text);
  const isHead = (line: TextLine) => isAtEdge(line) && (pageNumber.test(line.text) || isRepeated(line));
  return pages.map((items) => items.filter((item) => isTable(item) || !isHead(item)));
}
