import type { Localized } from "../../schema/core/localized.ts";
import { formatAmount, formatShare, type Total } from "../panel-table/format-amount.ts";
import type { CrossTable } from "./cross-table.ts";
import { firstDayOf, holds, periodName } from "./period-name.ts";

/**
 * What the picture says, in a sentence: the period that the report's quarter is in, its total, and
 * the series with the most of it, with the numbers behind the share.
 */
export function crossTableCaption(table: CrossTable): Localized {
  const day = firstDayOf(table.quarter);
  const current = table.periods.find(({ period }) => holds(period, day));
  const whole = sentence(table, { ko: "전체 기간", en: "All periods" }, table.total, table.totals);
  if (!current) return whole;
  const amounts = current.figures.map((figure) => ({ amount: figure?.amount ?? null, complete: true }));
  const ofQuarter = sentence(table, periodName(current.period), current.total, amounts);
  return { ko: `${ofQuarter.ko} ${whole.ko}`, en: `${ofQuarter.en} ${whole.en}` };
}

function sentence({ unit, series }: CrossTable, name: Localized, total: Total, parts: Total[]): Localized {
  if (total.amount === null) return { ko: `${name.ko}: 미보고.`, en: `${name.en}: not reported.` };
  const sum = formatAmount(total.amount, unit);
  const missing = total.complete
    ? { ko: "", en: "" }
    : { ko: " (일부 미보고)", en: " (part is not reported)" };
  if (total.amount === 0) {
    return { ko: `${name.ko}: 0${unit.ko}${missing.ko}.`, en: `${name.en}: 0 ${unit.en}${missing.en}.` };
  }
  const amounts = parts.map(({ amount }) => amount ?? -Infinity);
  const most = Math.max(...amounts);
  const leading = series.filter((_, at) => amounts[at] === most);
  const isTie = leading.length > 1;
  const names = {
    ko: leading.map(({ ko }) => ko).join(", "),
    en: leading.map(({ en }) => en).join(", "),
  };
  const share = formatShare(most / total.amount);
  const part = formatAmount(most, unit);
  return {
    ko: `${name.ko}: ${sum}${unit.ko} 중 ${names.ko} ${isTie ? "각 " : ""}${part}${unit.ko}(${share})${missing.ko}.`,
    en: `${name.en}: of ${sum} ${unit.en}, ${names.en} ${part} ${isTie ? "each " : ""}(${share})${missing.en}.`,
  };
}
