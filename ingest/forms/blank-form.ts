import { csvFile } from "../../schema/core/csv.ts";
import type { Feed, FeedColumn } from "../../schema/feeds/feed.ts";
import { headingOf } from "./feed/heading.ts";
import { unitsOfAmounts } from "./feed/money-units.ts";

/**
 * The rows of a blank form: titles, explanations of each column in Korean and English, and the heading.
 * Rows above the heading are skipped when the form is read.
 */
function templateRows(feed: Feed): string[][] {
  return [
    [`${feed.title.ko} 자료: 머리글 아래에 한 줄씩 쓰십시오. 머리글 위의 설명은 그대로 두어도 됩니다.`],
    [`${feed.title.en}: enter one record per line below the heading. The explanation above it may stay.`],
    feed.columns.map(explanationKo),
    feed.columns.map(explanationEn),
    feed.columns.map(headingOf),
  ];
}

function explanationKo(column: FeedColumn): string {
  const need = column.key || column.required ? " 필수 항목입니다." : "";
  return `${column.means.ko}.${need}${choicesOf(column, "다음 가운데 하나", "단위")} 예: ${column.example}`;
}

function explanationEn(column: FeedColumn): string {
  const need = column.key || column.required ? " Required." : "";
  return `${column.means.en}.${need}${choicesOf(column, "One of", "Unit")} E.g. ${column.example}`;
}

/** The choices of a column, the official word of each; for amounts the units. */
function choicesOf({ type }: FeedColumn, words: string, units: string): string {
  if (type.is === "won") return ` ${units}: ${unitsOfAmounts.join(", ")}.`;
  if (type.is === "yesNo") return ` ${words}: 예, 아니오.`;
  if (type.is !== "choice") return "";
  const official = new Map(
    Object.entries(type.choices)
      .reverse()
      .map(([word, name]) => [name, word]),
  );
  return ` ${words}: ${[...official.values()].reverse().join(", ")}.`;
}

/** A blank form as CSV, for Excel: UTF-8 with a byte order mark, and CRLF. */
export function csvTemplate(feed: Feed): string {
  return csvFile(templateRows(feed).map((row) => feed.columns.map((_, index) => row[index] ?? "")));
}

/** A blank form as a workbook: titles merged over all columns, explanations wrapped, everything above the data frozen. */
export async function xlsxTemplate(feed: Feed): Promise<Uint8Array> {
  const rows = templateRows(feed);
  const titles = rows.slice(0, 2).map(([title]) => [{ value: title!, columnSpan: feed.columns.length }]);
  const explanations = rows
    .slice(2, 4)
    .map((row) => row.map((value) => ({ value, wrap: true, color: "#555555" })));
  const heading = rows[4]!.map((value) => ({
    value,
    fontWeight: "bold" as const,
    backgroundColor: "#e8eef7",
  }));
  const columns = feed.columns.map(() => ({ width: 24 }));
  // Loaded on demand: other commands need not wait for it.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const workbook = writeXlsxFile([...titles, ...explanations, heading], {
    columns,
    sheet: feed.title.ko,
    stickyRowsCount: rows.length,
  });
  return workbook.toBuffer();
}
