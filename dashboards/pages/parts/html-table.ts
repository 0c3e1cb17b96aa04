import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { Cell } from "../../panel-table/cell.ts";
import type { PanelTable, TableColumn } from "../../panel-table/panel-table.ts";
import { coverageMark, isPartial } from "../../panel-table/partial.ts";
import { factsAddress } from "./facts-address.ts";

const labels = {
  facts: { ko: "근거", en: "Facts" },
  show: { ko: "근거 보기", en: "Show the facts" },
  reported: { ko: "보고", en: "Reported" },
};

/** Codes and words up to this length are not broken. */
const longestWord = 12;

/** A panel's table as HTML. Rows lead to the facts behind them; `data-row` ties them to the marks of the picture. */
export function htmlTable(table: PanelTable, id: string): Html {
  const { columns, rows, language, panel } = table;
  // Where all rows are reported in full there is nothing to say of any.
  const category = "category" in panel.chart ? panel.chart.category : null;
  const unit = rows.some((row) => isPartial(row, category)) ? (table.coverage?.unit ?? "") : null;
  const [head, ...rest] = columns;
  const shownAs = ({ text, parts, address }: Cell) => {
    const content = html`${text}${parts && html`<small>${parts}</small>`}`;
    return address ? html`<a href="${addressOf(address, language)}">${content}</a>` : content;
  };
  const heading = ({ label, unit, isFigure }: TableColumn) =>
    html`<th scope="col"${isFigure && html` class="number"`}>${label}${unit && html`<small>${unit}</small>`}</th>`;
  const cell = (cell: Cell | undefined, { isFigure }: TableColumn) =>
    html`<td${isFigure ? html` class="number"` : (cell?.text.length ?? 0) <= longestWord && html` class="short"`}>${cell ? shownAs(cell) : null}</td>`;
  const facts = (at: number, name: string) => {
    const address = factsAddress(table, at);
    if (address === null) return html`<td></td>`;
    return html`<td><a class="facts-link" href="${address}">${labels.show[language]}<span class="unseen"> ${name}</span></a></td>`;
  };
  if (!head) return html``;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table>
<thead><tr>${columns.map(heading)}${unit !== null && html`<th scope="col" class="number">${labels.reported[language]}<small>${unit}</small></th>`}${panel.facts ? html`<th scope="col">${labels.facts[language]}</th>` : null}</tr></thead>
<tbody>${rows.map(
    (
      row,
      at,
    ) => html`<tr data-row="${at}"><th scope="row">${row.cells[head.name] ? shownAs(row.cells[head.name]!) : null}</th>
${rest.map((column) => cell(row.cells[column.name], column))}${unit !== null && html`<td class="number">${row.coverage && coverageMark(row.coverage)}</td>`}${panel.facts ? facts(at, row.cells[head.name]?.text ?? "") : null}</tr>`,
  )}</tbody></table></div>`;
}
