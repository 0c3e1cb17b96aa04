import type { LanguageCode } from "../../../schema/core/localized.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { Cell } from "../../panel-table/cell.ts";
import type { TableColumn } from "../../panel-table/panel-table.ts";

/** Codes and words up to this length are not broken. */
const longestWord = 12;

/** What a cell shows, leading to where its value leads. */
export function cellContent({ text, parts, address }: Cell, language: LanguageCode): Html {
  const content = html`${text}${parts && html`<small>${parts}</small>`}`;
  return address ? html`<a href="${addressOf(address, language)}">${content}</a>` : content;
}

/** The heading of a column, with its unit. */
export const headingCell = ({ label, unit, isFigure }: TableColumn): Html =>
  html`<th scope="col"${isFigure && html` class="number"`}>${label}${unit && html`<small>${unit}</small>`}</th>`;

/** A cell; empty where the row has none in the column. */
export const bodyCell = (cell: Cell | undefined, { isFigure }: TableColumn, language: LanguageCode): Html =>
  html`<td${isFigure ? html` class="number"` : (cell?.text.length ?? 0) <= longestWord && html` class="short"`}>${cell ? cellContent(cell, language) : null}</td>`;
