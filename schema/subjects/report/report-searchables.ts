import { type Searchable, searchableTable } from "../../sql/searchable.ts";

/** What a search finds in reports: their bullets, and the figures and dates that stand in them. */
export const reportSearchables: readonly Searchable[] = [
  searchableTable({
    kind: "STATEMENT",
    name: { ko: "글머리", en: "Bullet of a report" },
    table: "statement",
    title: "found.text",
    key: "found.search_text",
    isIndexed: true,
    ofPledge: true,
    isQuoted: true,
  }),
  searchableTable({
    kind: "STATED_FIGURE",
    name: { ko: "글에 적힌 수치", en: "Figure in the text of a report" },
    table: "stated_figure",
    title: "concat_ws(' ', found.label, trim_scale(found.value)::text)",
    text: "found.quote",
    isIndexed: true,
    ofPledge: true,
    isQuoted: true,
  }),
  searchableTable({
    kind: "STATED_DATE",
    name: { ko: "글에 적힌 날짜", en: "Date in the text of a report" },
    table: "stated_date",
    title: "concat_ws('~', found.period_start::text, nullif(found.period_end, found.period_start)::text)",
    text: "found.quote",
    isIndexed: true,
    ofPledge: true,
    isQuoted: true,
  }),
];
