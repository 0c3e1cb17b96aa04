import { particle } from "../../../schema/core/particle.ts";
import type { Form } from "../../../schema/feeds/feed.ts";
import { draftFinding } from "../../draft-finding.ts";
import type { FileFinding } from "../file-finding.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, namesOf } from "./fact-table.ts";
import { sameKey } from "./same-key.ts";
import { type StagedSource, stagedAt } from "./staged-source.ts";

interface Place {
  documentId: number;
  sheet: string | null;
  line: number;
  key: (string | null)[];
}

/** Keys that occur in several files of one import. Duplicates within a file are found when it is read. */
export async function findDuplicates(
  { query, municipalityId }: Publication,
  form: Form,
  table: FactTable,
  { staged, parts }: { staged: string; parts: readonly string[] },
  sources: StagedSource[],
): Promise<FileFinding[]> {
  if (sources.length < 2 || table.duplicates) return [];
  const keys = namesOf(table, "key");
  const columns = [...keys, "document_id", "sheet", "line"];
  // The first row of a key may be published already, by a bulk load; the others are staged.
  const published = parts.map(
    (part) => `UNION SELECT ${columns.map((column) => `known.${column}`).join(", ")}
       FROM ${staged} AS staged JOIN ${part} AS known ON ${sameKey(table, municipalityId)}`,
  );
  const rows: { places: Place[] }[] = await query.query(
    `SELECT json_agg(json_build_object('documentId', document_id, 'sheet', sheet, 'line', line,
       'key', ARRAY[${keys.map((key) => `${key}::text`).join(", ")}]) ORDER BY document_id, line) AS places
     FROM (SELECT ${columns.join(", ")} FROM ${staged} ${published.join(" ")}) AS place
     GROUP BY ${keys.join(", ")} HAVING count(DISTINCT (document_id, sheet)) > 1 LIMIT 1000`,
  );
  return rows.map(({ places }) => {
    const [first, second] = [places[0]!, places.at(-1)!];
    const source = stagedAt(sources, second);
    const other = stagedAt(sources, first).file.name;
    const key = source.keyOf(second);
    const finding = draftFinding(
      "DUPLICATE_KEY",
      source.cell(second, form.columns.find((column) => column.key)!.field),
      `${particle(key, "이")} ${other} ${first.line}줄에도 있습니다. 한쪽만 남기십시오.`,
      `${key} stands in ${other}, line ${first.line}, too. Keep only one of them.`,
    );
    return { ...finding, sheet: source.sheet ?? undefined, document: source.file.name };
  });
}
