import { type Html, html } from "../../markup/html.ts";
import type { PanelTable } from "../../panel-table/panel-table.ts";
import { coverageMark, isPartial } from "../../panel-table/partial.ts";
import { factsAddress } from "./facts-address.ts";
import { bodyCell, cellContent, headingCell } from "./table-parts.ts";

const labels = {
  facts: { ko: "근거", en: "Facts" },
  show: { ko: "근거 보기", en: "Show the facts" },
  reported: { ko: "보고", en: "Reported" },
};

/** A panel's table as HTML. Rows lead to the facts behind them; `data-row` ties them to the marks of the picture. */
export function htmlTable(table: PanelTable, id: string): Html {
  const { columns, rows, language, panel } = table;
  // Where all rows are reported in full there is nothing to say of any.
  const category = "category" in panel.chart ? panel.chart.category : null;
  const unit = rows.some((row) => isPartial(row, category)) ? (table.coverage?.unit ?? "") : null;
  const [head, ...rest] = columns;
  const facts = (at: number, name: string) => {
    const address = factsAddress(table, at);
    if (address === null) return html`<td></td>`;
    return html`<td><a class="facts-link" href="${address}">${labels.show[language]}<span class="unseen"> ${name}</span></a></td>`;
  };
  if (!head) return html``;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table>
<thead><tr>${columns.map(headingCell)}${unit !== null && html`<th scope="col" class="number">${labels.reported[language]}<small>${unit}</small></th>`}${panel.facts ? html`<th scope="col">${labels.facts[language]}</th>` : null}</tr></thead>
<tbody>${rows.map(
    (
      row,
      at,
    ) => html`<tr data-row="${at}"><th scope="row">${row.cells[head.name] ? cellContent(row.cells[head.name]!, language) : null}</th>
${rest.map((column) => bodyCell(row.cells[column.name], column, language))}${unit !== null && html`<td class="number">${row.coverage && coverageMark(row.coverage)}</td>`}${panel.facts ? facts(at, row.cells[head.name]?.text ?? "") : null}</tr>`,
  )}</tbody></table></div>`;
}
