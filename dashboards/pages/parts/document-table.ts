import type { LanguageCode } from "../../../schema/core/localized.ts";
import { findingList } from "../../markup/finding-list.ts";
import { type Html, html } from "../../markup/html.ts";
import {
  type CellOfPage,
  type FindingsOf,
  type ParagraphOfPage,
  pageName,
  printedParagraph,
  type RowOfPage,
} from "./printed-paragraph.ts";

const labels = {
  table: { ko: "문서의 표", en: "Table of the document" },
};

/** Rows of a table. Each row and each cell has an address of its own: #L16, #L16C3. */
export function documentTable(rows: RowOfPage[], findingsOf: FindingsOf, language: LanguageCode): Html {
  const width = Math.max(
    ...rows.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.columnSpan - 1)),
    1,
  );
  const grid = new Grid(width);
  let page = rows[0]?.page ?? null;
  const body = rows.map((row, index) => {
    const starts = row.page !== null && row.page !== page;
    page = row.page ?? page;
    const cells = grid.row(row.cells, rows.length - index).map((cell) => cellOf(row, cell, page, language));
    const mark = starts && html`<span class="page-mark">${pageName(row.page!, language)}</span>`;
    return html`<tr id="L${row.number}"><td class="line-cell">${mark}<a class="line-number" href="#L${row.number}">${row.number}</a></td>${cells}</tr>`;
  });
  const findings = rows.map(({ number }) => {
    const list = findingList(findingsOf(number), language);
    return (
      list &&
      html`<div class="printed-line"><a class="line-number" href="#L${number}">${number}</a>${list}</div>`
    );
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${labels.table[language]}"><table class="printed-table"><tbody>${body}</tbody></table></div>${findings}`;
}

/** A cell, with the pages of a PDF that it goes on to. */
function cellOf(
  row: RowOfPage,
  cell: CellOfPage | null,
  rowPage: number | null,
  language: LanguageCode,
): Html {
  if (cell === null) return html`<td></td>`;
  let page = rowPage;
  const paragraph = (one: ParagraphOfPage) => {
    const starts = one.page !== null && page !== null && one.page > page;
    page = one.page ?? page;
    return html`${starts && html`<span class="page-mark">${pageName(one.page!, language)}</span>`}${printedParagraph(one)}`;
  };
  return html`<td id="L${row.number}C${cell.column}"${cell.rowSpan > 1 && html` rowspan="${cell.rowSpan}"`}${cell.columnSpan > 1 && html` colspan="${cell.columnSpan}"`}>${cell.paragraphs.map(paragraph)}</td>`;
}

/** Which places of the rows are covered from above; a place that no cell covers is blank. */
class Grid {
  /** How many more rows are covered, by column from 1. */
  readonly #covered: number[];

  constructor(width: number) {
    this.#covered = new Array(width + 1).fill(0);
  }

  /** What begins in a row, from its left: cells, and null for a place that has none. */
  row(cells: CellOfPage[], rowsLeft: number): (CellOfPage | null)[] {
    const shown: (CellOfPage | null)[] = [];
    for (let column = 1; column < this.#covered.length; column++) {
      if (this.#covered[column]! > 0) {
        this.#covered[column]!--;
        continue;
      }
      const cell = cells.find((one) => one.column === column);
      if (!cell) {
        shown.push(null);
        continue;
      }
      const rowSpan = Math.min(cell.rowSpan, rowsLeft);
      shown.push({ ...cell, rowSpan });
      this.#covered.fill(rowSpan - 1, column, column + cell.columnSpan);
      column += cell.columnSpan - 1;
    }
    return shown;
  }
}
