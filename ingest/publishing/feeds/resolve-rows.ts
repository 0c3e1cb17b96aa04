import type { CellValue } from "../../../schema/feeds/feed.ts";
import { draftFinding, type FindingDraft } from "../../draft-finding.ts";
import type { OpenedFeed } from "../../forms/feed/opened-feed.ts";
import type { FeedStore, StoredRow } from "./feed-store.ts";
import type { References } from "./references.ts";

/** Unknown names that are told one by one; the others of a file are the same mistake again. */
const mostUnknown = 1_000;

/**
 * Reads the rows of a feed, some hundreds at a time, and turns names and codes into what stands for them.
 * What is not known becomes a finding, told once a name and line, and its row is left out.
 */
export function* resolveRows(
  opened: OpenedFeed,
  store: FeedStore,
  references: References,
  findings: FindingDraft[],
): Generator<StoredRow[]> {
  const referring = store.references.flatMap((feed, index) => (feed ? [{ feed, index }] : []));
  const findCell = (line: number, field: string) => opened.cell(line, field);
  for (const batch of opened.rows()) {
    const resolved: StoredRow[] = [];
    for (const row of batch) {
      let isKnown = true;
      for (const { feed, index } of referring) {
        const written = row.values[index];
        if (written === null) continue;
        const id = references.find(feed, written as string);
        if (id !== undefined) {
          row.values[index] = id;
          continue;
        }
        isKnown = false;
        if (findings.length < mostUnknown)
          findings.push(unknownReference(opened, row, index, references, feed));
      }
      if (isKnown) for (const stored of store.rowsOf(row, findCell)) resolved.push(stored);
    }
    yield resolved;
  }
}

function unknownReference(
  opened: OpenedFeed,
  row: { line: number; values: CellValue[] },
  index: number,
  references: References,
  feed: string,
): FindingDraft {
  const column = opened.feed.columns[index]!;
  const place = opened.cell(row.line, column.field);
  const near = references.nearest(feed, String(row.values[index]));
  const hint = near
    ? { ko: ` 가장 가까운 것은 ${near}입니다.`, en: ` The nearest is ${near}.` }
    : { ko: "", en: "" };
  const finding = draftFinding(
    "UNKNOWN_REFERENCE",
    place,
    `${column.heading}: 허브도, 함께 가져오는 파일도 모르는 것입니다: ${place.quote}.${hint.ko} 이름을 고치거나 그것이 있는 자료를 함께 가져오십시오.`,
    `${column.heading}: neither the hub nor the files beside it know ${place.quote}.${hint.en} Mend it, or import the feed that has it along.`,
  );
  return opened.table.sheet === null ? finding : { ...finding, sheet: opened.table.sheet };
}
