import type { QueryRunner } from "typeorm";
import type { StoredColumn } from "../../../schema/feeds/feed.ts";
import type { FactTable } from "./fact-table.ts";
import { sameKey } from "./merge-rows.ts";

/** A published value that a row of a later file states differently. */
export interface CellCorrection {
  measure: string;
  before: string;
  after: string;
  /** As printed in the earlier file, where that is kept. */
  beforeQuote: string | null;
  line: number;
  documentId: number;
  sheet: string | null;
}

/** Published values that are current and stated differently by staged rows. A blank changes nothing. */
export async function findCorrections(
  query: QueryRunner,
  table: FactTable,
  staged: string,
): Promise<CellCorrection[]> {
  const values = table.columns.filter(
    ({ role, measure, measuredBy }) => role === "value" && (measure || measuredBy),
  );
  if (values.length === 0) return [];
  const selects = values.map((column) => correctionsOf(table, staged, column));
  return query.query(`${selects.join(" UNION ALL ")} ORDER BY "documentId", line`);
}

function correctionsOf(
  table: FactTable,
  staged: string,
  { name, measure, measuredBy, quoted }: StoredColumn,
): string {
  return `
    SELECT ${measuredBy ? `lower(staged."${measuredBy}"::text)` : `'${measure}'`} AS measure,
      known."${name}"::text AS before, staged."${name}"::text AS after,
      ${quoted ? "known.quote" : "NULL"} AS "beforeQuote",
      staged.line, staged.document_id AS "documentId", staged.sheet
    FROM ${staged} AS staged JOIN ${table.name} AS known
      ON ${sameKey(table)} AND known.known_from < staged.known_from
    WHERE known."${name}" <> staged."${name}"`;
}
