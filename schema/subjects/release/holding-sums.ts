import { type Form, isReported } from "../../feeds/feed.ts";
import { tableColumn } from "../../feeds/table-column.ts";
import type { KeptSums } from "../../sql/summary/kept-sums.ts";

/** SQL condition for a row of a form's table to report a figure; without figures, as in a list of events, each does. */
export function reportedSql({ columns, stored }: Form): string {
  const figures = columns.filter(isReported).map((column) => `"${tableColumn(column)}" IS NOT NULL`);
  return stored?.reported ?? (figures.join(" OR ") || "true");
}

/** The rows of a form by period and document: what `holdings` counts them from, if the form says that they are many. */
export function holdingSums(form: Form): KeptSums | null {
  const { table, stored, columns, period } = form;
  const column = columns.find(({ field }) => field === period);
  if (!form.countsAreKept || !column) return null;
  const row = stored?.sameRow?.slice(1, -1);
  // Only what is never null can be found again.
  const keys = stored?.columns?.filter(({ role, nullable }) => role === "key" && !nullable) ?? [];
  const unit = row
    ?.split(", ")
    .filter((name) => keys.some((key) => key.name === name))
    .join(", ");
  const document = row ? "max(document_id)" : "document_id";
  const reported = row ? `bool_or(${reportedSql(form)})` : reportedSql(form);
  return {
    table: `${table}_counts`,
    facts: table,
    keys: {
      period: column.type.is === "date" ? "date" : "integer",
      document: "integer",
      is_reported: "boolean",
    },
    values: [],
    changedBy: [{ table, ...(unit && { by: { [unit]: unit } }) }],
    lines: (facts) => `
      SELECT municipality_id, "${period}" AS period, ${document} AS document, ${reported} AS is_reported
      FROM ${facts} AS fact WHERE ${stored?.where ?? "true"}${row ? ` GROUP BY municipality_id, ${row}` : ""}`,
  };
}
