import type { Localized } from "../../../schema/core/localized.ts";
import { particle } from "../../../schema/core/particle.ts";
import type { Form } from "../../../schema/feeds/feed.ts";
import { draftFinding } from "../../draft-finding.ts";
import { mostOfACode, notListed } from "../../forms/feed/limited-findings.ts";
import type { Source } from "../../forms/source.ts";
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
  const rows: { places: Place[]; count: number }[] = await query.query(
    `SELECT json_agg(json_build_object('documentId', document_id, 'sheet', sheet, 'line', line,
         'key', ARRAY[${keys.map((key) => `${key}::text`).join(", ")}])
         ORDER BY document_id, sheet, line) AS places, (count(*) OVER ())::integer AS count
     FROM (SELECT ${columns.join(", ")} FROM ${staged} ${published.join(" ")}) AS place
     GROUP BY ${keys.join(", ")} HAVING count(DISTINCT (document_id, sheet)) > 1
     LIMIT ${mostOfACode("DUPLICATE_KEY")}`,
  );
  const findings = rows.map(({ places }) => {
    const [first, second] = [places[0]!, places.at(-1)!];
    const source = stagedAt(sources, second);
    const other = nameOf(stagedAt(sources, first), source);
    const key = source.keyOf(second);
    const finding = draftFinding(
      "DUPLICATE_KEY",
      source.cell(second, form.columns.find((column) => column.key)!.field),
      `${particle(key, "이")} ${other.ko} ${first.line}줄에도 있습니다. 한쪽만 남기십시오.`,
      `${key} stands in ${other.en}, line ${first.line}, too. Keep only one of them.`,
    );
    return { ...finding, sheet: source.sheet ?? undefined, document: source.file.name };
  });
  const { count = 0 } = rows[0] ?? {};
  const { name: document } = sources.at(-1)!.source.file;
  return count > rows.length ? [...findings, { ...notListed("DUPLICATE_KEY", count), document }] : findings;
}

/** A file, as another refers to it; of one workbook only the sheet. */
function nameOf({ file, sheet }: Source, other: Source): Localized {
  if (sheet === null) return { ko: file.name, en: file.name };
  return file === other.file
    ? { ko: `시트 ‘${sheet}’`, en: `sheet ${sheet}` }
    : { ko: `${file.name}의 시트 ‘${sheet}’`, en: `${file.name}, sheet ${sheet}` };
}
