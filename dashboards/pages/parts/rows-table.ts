import type { LanguageCode } from "../../../schema/core/localized.ts";
import type { Column } from "../../../schema/panels/column.ts";
import { type Html, html } from "../../markup/html.ts";
import { cellOf } from "../../panel-table/cell.ts";
import { columnsOf } from "../../panel-table/panel-table.ts";
import { bodyCell, headingCell } from "./table-parts.ts";

/** Rows of an answer as a table that screen readers call `name`. */
export function rowsTable(
  columns: Record<string, Column>,
  rows: readonly Record<string, unknown>[],
  name: string,
  language: LanguageCode,
): Html {
  const heads = columnsOf({ columns }, language);
  const row = (one: Record<string, unknown>) =>
    html`<tr>${heads.map((head) => bodyCell(cellOf(columns[head.name]!, one, language), head, language))}</tr>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${name}"><table><thead><tr>${heads.map(headingCell)}</tr></thead>
<tbody>${rows.map(row)}</tbody></table></div>`;
}
