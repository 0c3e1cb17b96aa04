import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import type { FileContext, FileRow } from "./file-table.ts";
import type { SheetNotes } from "./write-xlsx.ts";

const labels = {
  title: { ko: "제목", en: "Title" },
  description: { ko: "설명", en: "Description" },
  rows: { ko: "행 수", en: "Rows" },
  note: { ko: "알림", en: "Note" },
  document: { ko: "출처 문서", en: "Source document" },
  rate: { ko: "비율", en: "Rates" },
  rateNote: {
    ko: "분자/분모입니다. 분자와 분모가 다 보고된 것만 세므로, 옆의 금액을 나눈 값과 다를 수 있습니다.",
    en: "numerator / denominator. Only what gives both counts, so a rate may differ from the quotient of the amounts beside it.",
  },
};

/** What the second sheet of a workbook says. */
export function sheetNotes(
  panel: Panel,
  context: FileContext,
  rows: readonly FileRow[],
  notes: readonly string[],
  language: LanguageCode,
): SheetNotes {
  const documents = new Map(
    rows.flatMap(({ source }) =>
      source.document ? [[String(source.address).split(/[?#]/)[0], source.document]] : [],
    ),
  );
  const hasRates = Object.values(panel.columns).some(({ kind }) => kind === "rate");
  return [
    [labels.title[language], panel.title[language]],
    [labels.description[language], panel.description[language]],
    ...context.items.map(({ label, value }) => [label, value] as const),
    [labels.rows[language], rows.length],
    ...(hasRates ? [[labels.rate[language], labels.rateNote[language]] as const] : []),
    ...notes.map((note) => [labels.note[language], note] as const),
    ...[...documents].map(([address, name]) => [labels.document[language], `${name} ${address}`] as const),
  ];
}
