import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import { monthName } from "../../schema/core/scalars/month.ts";
import { quarterName } from "../../schema/core/scalars/quarter.ts";
import type { Column } from "../../schema/panels/column.ts";
import { getPath } from "../../schema/panels/get-path.ts";
import { NullReason, nullReasonWords } from "../../schema/sql/summary/null-reason.ts";
import { lineAddress } from "../markup/hub-address.ts";
import { days, minutes } from "../moments.ts";
import { formatShare, unitFor } from "./format-amount.ts";

/** A value of a row as people read it, and what stands behind it. */
export interface Cell {
  /** What tables and drawings count with; null where there is no figure. */
  value: string | number | null;
  /** What is shown, in words where there is no figure. */
  text: string;
  /** Numerator and denominator of a rate; null for all else. */
  parts: string | null;
  /** The same in numbers, money in whole won, for those who count with them; null where it is no rate, or one without parts. */
  ratio: { numerator: number; denominator: number } | null;
  /** Where the value leads on the hub; null where nowhere. */
  address: string | null;
}

/** Two decimals, and more where an amount would lose its first digits: 0.004억원 is not 0. */
const money = new Intl.NumberFormat("ko-KR", {
  maximumFractionDigits: 2,
  maximumSignificantDigits: 3,
  roundingPriority: "morePrecision",
});
const whole = new Intl.NumberFormat("ko-KR");

/** The cell of a row in a column, in the reader's language. */
export function cellOf(column: Column, row: Record<string, unknown>, language: LanguageCode): Cell {
  const selector = (language === "en" && column.english) || column.selector;
  const raw = getPath(row, selector);
  const content = raw ?? null;
  const cell = (value: Cell["value"], text: string, more: Partial<Cell> = {}): Cell => ({
    value,
    text,
    parts: null,
    ratio: null,
    address: content !== null && column.page ? String(getPath(row, column.page)) : null,
    ...more,
  });
  const missing = (words: Localized = nullReasonWords.NOT_REPORTED) => cell(null, words[language]);

  // Of a row that the hub does not give nothing is reported; a rate that it gives as null has no earlier period.
  if (column.kind === "rate")
    return raw === undefined ? missing() : rateCell(column.parts, content, language, cell);
  if (column.kind === "fraction")
    return content === null ? missing(column.absent) : cell(Number(content), formatShare(Number(content)));
  if (column.kind === "count")
    return content === null ? missing(column.absent) : cell(Number(content), whole.format(Number(content)));
  if (content === null)
    return column.kind === "text" ? cell(null, column.absent?.[language] ?? "–") : missing();
  switch (column.kind) {
    case "money":
      return cell(Number(content), money.format(Number(content)));
    case "choice":
      return cell(String(content), column.choices[String(content)]?.[language] ?? String(content), {
        address: column.address ? (getPath(row, column.address) as string | null) : null,
      });
    case "quarter":
      return cell(String(content), quarterName(String(content))[language]);
    case "month":
      return cell(String(content), monthName(String(content))[language]);
    case "day":
      return cell(String(content), days.format(new Date(String(content))));
    case "time":
      return cell(String(content), minutes.format(new Date(String(content))));
    case "link": {
      const line = column.line ? ((getPath(row, column.line) as number | null | undefined) ?? null) : null;
      const address = lineAddress(String(getPath(row, column.address)), line);
      return cell(String(content), String(content), { address });
    }
    default:
      return cell(content as string | number, String(content));
  }
}

type Ratio =
  | { value: number; numerator: number; denominator: number }
  | { value: null; nullReason: NullReason };

function rateCell(
  parts: Localized & { won?: number },
  content: unknown,
  language: LanguageCode,
  cell: (value: Cell["value"], text: string, more?: Partial<Cell>) => Cell,
): Cell {
  const ratio = content as Ratio | null;
  if (ratio === null || ratio.value === null) {
    const words = nullReasonWords[ratio?.nullReason ?? NullReason.NO_PREVIOUS_PERIOD];
    return cell(null, words[language]);
  }
  const counted = [ratio.numerator, ratio.denominator];
  const unit = parts.won ? unitFor(counted, parts.won) : { ...parts, won: 1 };
  const partsText = `${counted.map((part) => money.format(part / unit.won)).join(" / ")}${language === "ko" ? "" : " "}${unit[language]}`;
  const { numerator, denominator } = ratio;
  return cell(ratio.value, formatShare(ratio.value), { parts: partsText, ratio: { numerator, denominator } });
}
