import type { FindCell, Form, StoredRow } from "../../../schema/feeds/feed.ts";
import type { LimitedFindings } from "../../forms/feed/limited-findings.ts";
import type { Source, SourceRow } from "../../forms/source.ts";
import type { FactTable } from "./fact-table.ts";
import type { Ids } from "./ids.ts";
import type { References } from "./references.ts";

/**
 * Reads the rows of a form, some hundreds at a time, replaces names and codes by what is stored for them, and gives
 * the rows of its table. An unknown name becomes a finding, and its row is left out.
 */
export function* resolveRows(
  source: Source,
  form: Form,
  table: FactTable,
  { references, ids }: { references: References; ids: Ids | null },
  findings: LimitedFindings,
): Generator<StoredRow[]> {
  const referring = table.references.flatMap((name, index) =>
    name ? [{ name, index, find: references.finder(name) }] : [],
  );
  const firstKey = form.columns.findIndex((column) => column.key);
  const idOf = ({ values }: SourceRow) => ids?.get(String(values[firstKey])) ?? null;
  let current: SourceRow;
  const cell: FindCell = (_, field) => source.cell(current, field);
  for (const batch of source.rows()) {
    const resolved: StoredRow[] = [];
    for (const row of batch) {
      let isKnown = true;
      for (const { name, index, find } of referring) {
        const written = row.values[index]!;
        if (written === null) continue;
        const stored = find(written);
        if (stored !== undefined) {
          row.values[index] = stored;
          continue;
        }
        isKnown = false;
        const near = findings.isFull("UNKNOWN_REFERENCE") ? null : references.nearest(name, String(written));
        addUnknown(findings, source, form, row, { feed: name, near });
      }
      if (!isKnown) continue;
      current = row;
      if (table.rowsOf) resolved.push(...table.rowsOf({ ...row, id: idOf(row) }, cell));
      // A million rows, each copied and put into a list of its own, take a second.
      else resolved.push(row);
    }
    yield resolved;
  }
}

function addUnknown(
  findings: LimitedFindings,
  source: Source,
  form: Form,
  row: SourceRow,
  { feed, near }: { feed: string; near: string | null },
): void {
  const column = form.columns.find(({ references }) => references === feed)!;
  const place = source.cell(row, column.field);
  const heading = source.headingAt?.(row, column) ?? column.heading;
  const hint = near
    ? { ko: ` 가장 가까운 것은 ${near}입니다.`, en: ` The nearest is ${near}.` }
    : { ko: "", en: "" };
  findings.add(
    "UNKNOWN_REFERENCE",
    place,
    `${heading}: 허브도, 함께 가져오는 파일도 모르는 것입니다: ${place.quote}.${hint.ko} 이름을 고치거나 그것이 있는 자료를 함께 가져오십시오.`,
    `${heading}: ${place.quote} is neither in the hub nor in the other files.${hint.en} Correct it, or import the feed that contains it together with this file.`,
  );
}
