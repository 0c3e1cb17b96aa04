import type { Feed } from "../../../schema/feeds/feed.ts";
import type { OpenedFeed } from "../../forms/feed/opened-feed.ts";
import type { ReadFile } from "../../forms/read-file.ts";
import type { FindingDraft } from "../../forms/report/report-draft.ts";
import { insertChanges } from "../changes.ts";
import { type FileFinding, isError, named } from "../file-finding.ts";
import type { Publication } from "../publication.ts";
import { BulkParts } from "./bulk-parts.ts";
import { changeOf, correctionFinding } from "./corrections.ts";
import { findDuplicates } from "./duplicates.ts";
import { storeOf } from "./feed-store.ts";
import { KnownKeys } from "./known-keys.ts";
import { type CellCorrection, findCorrections, mergeRows } from "./merge-rows.ts";
import { checkOneCurrent } from "./one-current.ts";
import { identifyPledges } from "./publish-identities.ts";
import { References } from "./references.ts";
import { resolveRows } from "./resolve-rows.ts";
import { createStagingTable, stageRows } from "./stage-rows.ts";

/** One table of a file that is on a feed's form. */
export interface FeedSource {
  file: ReadFile;
  opened: OpenedFeed;
}

/**
 * Publishes all tables of one feed that came with an import. With an ERROR among the findings nothing of
 * it may be published. A document that says nothing new is not recorded.
 */
export async function publishFeed(
  publication: Publication,
  feed: Feed,
  sources: FeedSource[],
): Promise<{ facts: number; findings: FileFinding[] }> {
  const { query, municipalityId, release } = publication;
  const store = storeOf(feed);
  const references = new References(query, municipalityId);
  await references.load(store.references);
  if (feed.name === "pledge") references.add("pledge", await identifyPledges(publication, sources));
  const staged = await createStagingTable(publication, store);
  const bytes = sources.reduce((sum, { file }) => sum + file.bytes.byteLength, 0);
  const parted = await BulkParts.of(publication, store, bytes);
  const bulk = parted && {
    parts: parted,
    known: await KnownKeys.load(query, store, municipalityId, { bytes, parts: sources.length }),
  };
  const parts: (FeedSource & { id: number; findings: FindingDraft[] })[] = [];
  let facts = 0;
  for (const { file, opened } of sources) {
    const documentId = await publication.documents.idOf(file);
    const unknown: FindingDraft[] = [];
    facts += await stageRows(publication, store, staged, bulk, {
      documentId,
      sheet: opened.table.sheet,
      rows: counted(resolveRows(opened, store, references, unknown), (rows) =>
        publication.onProgress?.({
          document: file.name,
          sheet: opened.table.sheet,
          share: opened.table.shareRead,
          rows,
        }),
      ),
      isRefused: () => unknown.length > 0 || opened.findings.some(isError),
    });
    parts.push({ file, opened, id: documentId, findings: [...opened.findings, ...unknown] });
  }
  if (bulk) await query.query(bulk.parts.attachCurrent());
  const findings = parts.flatMap(({ file, findings: found }) => named(file, found));
  if (sources.length > 1) findings.push(...(await findDuplicates(query, feed, store, staged, parts)));
  const corrections = await findCorrections(query, store, staged);
  const sourceOf = ({ documentId, sheet }: CellCorrection) =>
    parts.find(({ id, opened }) => id === documentId && opened.table.sheet === sheet)!;
  if (publication.reason === null) {
    findings.push(
      ...corrections.map((correction) =>
        correctionFinding(feed, correction, sourceOf(correction), references),
      ),
    );
  }
  if (findings.some(isError)) return { facts: 0, findings };
  await insertChanges(
    publication,
    corrections.map((correction) => changeOf(feed, correction, sourceOf(correction), references)),
  );
  facts += await mergeRows(query, store, staged, release);
  if (bulk) await checkOneCurrent(publication, store);
  for (const part of parts) publication.documents.note(part.file, facts, part.findings);
  return { facts, findings };
}

/** Batches of rows as they come, and `tell` how many there were, after each. */
function* counted<Row>(batches: Iterable<Row[]>, tell: (rows: number) => void): Generator<Row[]> {
  let rows = 0;
  for (const batch of batches) {
    rows += batch.length;
    yield batch;
    tell(rows);
  }
  tell(rows);
}
