import type { Cell } from "../drawing/cell.ts";
import { markOf } from "../drawing/pivot.ts";
import type { Sheet, SheetColumn } from "../drawing/sheet.ts";
import { addressOf } from "./address.ts";
import { type Html, html } from "./html.ts";

const words = {
  facts: { ko: "근거", en: "Facts" },
  show: { ko: "근거 보기", en: "Show the facts" },
};

/** A sheet as a table. Rows lead to the facts behind them; `data-mark` ties them to the marks of the picture. */
export function sheetTable(sheet: Sheet, id: string): Html {
  const { columns, rows, language, panel, origin } = sheet;
  const [head, ...rest] = columns;
  const shownAs = ({ text, parts, address }: Cell) => {
    const said = html`${text}${parts && html`<small>${parts}</small>`}`;
    return address ? html`<a href="${addressOf(address, language)}">${said}</a>` : said;
  };
  const heading = ({ label, unit, isFigure }: SheetColumn) =>
    html`<th scope="col"${isFigure && html` class="number"`}>${label}${unit && html`<small>${unit}</small>`}</th>`;
  const cell = (cell: Cell | undefined, { isFigure }: SheetColumn) =>
    html`<td${isFigure && html` class="number"`}>${cell ? shownAs(cell) : null}</td>`;
  const facts = (choices: Record<string, string> | null, name: string) => {
    if (!choices || !panel.facts) return html`<td></td>`;
    const address = addressOf(`/panels/${panel.facts.panel}`, language, {
      municipality: origin.code,
      ...choices,
    });
    return html`<td><a class="facts-link" href="${address}">${words.show[language]}<span class="unseen"> ${name}</span></a></td>`;
  };
  if (!head) return html``;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table>
<thead><tr>${columns.map(heading)}${panel.facts ? html`<th scope="col">${words.facts[language]}</th>` : null}</tr></thead>
<tbody>${rows.map(
    (
      row,
      at,
    ) => html`<tr data-mark="${markOf(sheet, at)}"><th scope="row">${row.cells[head.name] ? shownAs(row.cells[head.name]!) : null}</th>
${rest.map((column) => cell(row.cells[column.name], column))}${panel.facts ? facts(row.facts, row.cells[head.name]?.text ?? "") : null}</tr>`,
  )}</tbody></table></div>`;
}
