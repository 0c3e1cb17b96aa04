import type { LanguageCode } from "../../../schema/core/localized.ts";
import { findingList } from "../../markup/finding-list.ts";
import { type Html, html } from "../../markup/html.ts";
import { documentTable } from "./document-table.ts";
import {
  type FindingsOf,
  type LineOfPage,
  pageName,
  printedParagraph,
  type RowOfPage,
} from "./printed-paragraph.ts";

/** The lines of an office document as it looks: headings, paragraphs and tables, with the numbers of the lines beside them. */
export function documentBlocks(lines: LineOfPage[], findingsOf: FindingsOf, language: LanguageCode): Html {
  const blocks: Html[] = [];
  let page = lines[0]?.page ?? null;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    if (line.page !== null && line.page !== page) blocks.push(pageBreak(line.page, language));
    page = line.page ?? page;
    const rows = rowsFrom(lines, at);
    if (rows.length === 0) {
      blocks.push(paragraphLine(line, findingsOf, language));
      at++;
    } else {
      blocks.push(documentTable(rows, findingsOf, language));
      page = rows.findLast((row) => row.page !== null)?.page ?? page;
      at += rows.length;
    }
  }
  return html`<div class="printed">${blocks}</div>`;
}

/** The rows of the table that begins at a line; none if it is a paragraph. */
function rowsFrom(lines: LineOfPage[], at: number): RowOfPage[] {
  const { table } = lines[at]!;
  if (table === null) return [];
  const end = lines.findIndex((line, index) => index > at && line.table !== table);
  return lines.slice(at, end < 0 ? undefined : end) as RowOfPage[];
}

const pageBreak = (page: number, language: LanguageCode): Html =>
  html`<p class="page-break"><span>${pageName(page, language)}</span></p>`;

function paragraphLine(line: LineOfPage, findingsOf: FindingsOf, language: LanguageCode): Html {
  const { number, headingLevel } = line;
  return html`<div class="printed-line" id="L${number}"><a class="line-number" href="#L${number}">${number}</a>
<div>${headingLevel === null ? printedParagraph(line) : heading(line, headingLevel)}${findingList(findingsOf(number), language)}</div></div>`;
}

/** The page has headings of its own above these. */
const heading = ({ text }: LineOfPage, level: number): Html =>
  html`<p class="printed-heading" role="heading" aria-level="${Math.min(level + 2, 6)}">${text}</p>`;
