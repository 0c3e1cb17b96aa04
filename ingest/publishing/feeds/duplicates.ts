import type { QueryRunner } from "typeorm";
import { particle } from "../../../schema/core/particle.ts";
import type { Feed } from "../../../schema/feeds/feed.ts";
import { draftFinding } from "../../draft-finding.ts";
import type { OpenedFeed } from "../../forms/feed/opened-feed.ts";
import type { FileFinding } from "../file-finding.ts";
import { keyText } from "./corrections.ts";
import { type FeedStore, namesOf } from "./feed-store.ts";
import { sameKey } from "./merge-rows.ts";

interface StagedPart {
  id: number;
  file: { name: string };
  opened: OpenedFeed;
}

interface Place {
  document: number;
  sheet: string | null;
  line: number;
}

const partOf = (parts: StagedPart[], place: Place): StagedPart =>
  parts.find(({ id, opened }) => id === place.document && opened.table.sheet === place.sheet)!;

/** Keys that stand in more than one of the files given together. Within a file its reading has told them. */
export async function findDuplicates(
  query: QueryRunner,
  feed: Feed,
  store: FeedStore,
  staged: string,
  parts: StagedPart[],
): Promise<FileFinding[]> {
  const keys = namesOf(store, "key");
  const columns = [...keys, "document_id", "sheet", "line"];
  // Of one key the first row may be published already; the others are staged.
  const rows: { places: Place[] }[] = await query.query(
    `SELECT json_agg(json_build_object('document', document_id, 'sheet', sheet, 'line', line) ORDER BY document_id, line) AS places
     FROM (
       SELECT ${columns.join(", ")} FROM ${staged}
       UNION SELECT ${columns.map((column) => `known.${column}`).join(", ")}
       FROM ${staged} AS staged JOIN ${store.table} AS known
         ON ${sameKey(store)} AND known.known_from = staged.known_from
     ) AS place GROUP BY ${keys.join(", ")} HAVING count(DISTINCT (document_id, sheet)) > 1 LIMIT 1000`,
  );
  return rows.map(({ places }) => {
    const [first, second] = [places[0]!, places.at(-1)!];
    const source = partOf(parts, second);
    const other = partOf(parts, first);
    const key = keyText(feed, source, second.line);
    const place = source.opened.cell(second.line, feed.columns.find((column) => column.key)!.field);
    const finding = draftFinding(
      "DUPLICATE_KEY",
      place,
      `${particle(key, "이")} ${other.file.name} ${first.line}줄에도 있습니다. 한쪽만 남기십시오.`,
      `${key} stands in ${other.file.name}, line ${first.line}, too. Keep only one of them.`,
    );
    return { ...finding, sheet: source.opened.table.sheet ?? undefined, document: source.file.name };
  });
}
