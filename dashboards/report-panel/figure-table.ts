import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import { cellStateWords } from "../../schema/subjects/release/cell-state.ts";
import { type Html, html } from "../markup/html.ts";
import { addressOf } from "../markup/hub-address.ts";
import { formatAmount, type Total } from "../panel-table/format-amount.ts";
import type { CrossTable, Figure } from "./cross-table.ts";
import { periodName } from "./period-name.ts";

const labels = {
  period: { ko: "기간", en: "Period" },
  total: { ko: "계", en: "Total" },
  unit: { ko: "단위", en: "Unit" },
  notReported: cellStateWords.BLANK,
  partly: { ko: "일부 미보고", en: "part not reported" },
  impliedZero: cellStateWords.IMPLIED_ZERO,
  note: {
    ko: "금액을 누르면 원본 문서의 그 줄이 열립니다. 기간 아래 작은 글씨는 문서에 인쇄된 이름입니다. ‘계’는 보고된 금액을 더한 값입니다.",
    en: "Each amount opens its line of the document. Small print under a period is the name that the document prints. Totals add up what is reported.",
  },
} satisfies Record<string, Localized>;

/** The figures of a panel as a table: each leads to its line of the document. */
export function figureTable(table: CrossTable, language: LanguageCode): Html {
  const say = (text: Localized) => text[language];

  const cellText = ({ amount, state }: Figure) => {
    if (amount === null) return state === "DASH" ? "-" : say(labels.notReported);
    if (state !== "IMPLIED_ZERO") return formatAmount(amount, table.unit);
    return html`0<span aria-hidden="true">*</span><span class="unseen">(${say(labels.impliedZero)})</span>`;
  };
  const cell = (figure: Figure | undefined) => {
    if (!figure) return html`<td class="number">${say(labels.notReported)}</td>`;
    const quoted = figure.state === "IMPLIED_ZERO" ? say(labels.impliedZero) : `“${figure.quote}”`;
    const place = language === "ko" ? `${figure.line}번째 줄` : `line ${figure.line}`;
    return html`<td class="number"><a href="${addressOf(figure.address, language)}" title="${place}: ${quoted}">${cellText(figure)}</a></td>`;
  };
  const total = ({ amount, complete }: Total) =>
    html`<td class="number total">${
      amount === null ? say(labels.notReported) : formatAmount(amount, table.unit)
    }${amount !== null && !complete && html`<small>${say(labels.partly)}</small>`}</td>`;

  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="figures"><table>
<caption>${say(labels.unit)}: ${say(table.unit)}</caption>
<thead><tr><th scope="col">${say(labels.period)}</th>
${table.series.map((name) => html`<th scope="col" class="number">${say(name)}</th>`)}
<th scope="col" class="number">${say(labels.total)}</th></tr></thead>
<tbody>${table.periods.map(
    (row) => html`<tr><th scope="row">${say(periodName(row.period))}<small>${row.period.label}</small></th>
${row.figures.map(cell)}${total(row.total)}</tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">${say(labels.total)}</th>${table.totals.map(total)}${total(table.total)}</tr></tfoot>
</table></div>
<p class="quiet">* ${say(labels.impliedZero)}. ${say(labels.note)}</p>`;
}
