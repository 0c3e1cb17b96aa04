import type { Form } from "../../../schema/feeds/feed.ts";
import { LimitedFindings } from "../../forms/feed/limited-findings.ts";
import type { Source } from "../../forms/source.ts";
import { insertChanges } from "../changes.ts";
import { type FileFinding, isBlocking, isError, named } from "../file-finding.ts";
import type { Publication } from "../publication.ts";
import { BulkParts } from "./bulk-parts.ts";
import { changeOf, correctionFinding } from "./corrections.ts";
import { findDuplicates } from "./duplicates.ts";
import { type FactTable, factTable, isGrouped } from "./fact-table.ts";
import { findCorrections } from "./find-corrections.ts";
import { differenceOf, type FormDifference } from "./form-difference.ts";
import { identify } from "./identify.ts";
import type { Ids } from "./ids.ts";
import { copyKnownGroups, dropKnownGroups } from "./known-groups.ts";
import { KnownKeys } from "./known-keys.ts";
import { merge } from "./merge-rows.ts";
import { checkOneCurrent } from "./one-current.ts";
import { rejectOthers } from "./other-municipalities.ts";
import { resolveRows } from "./resolve-rows.ts";
import { type BulkLoad, createStagingTable, stageRows } from "./stage-rows.ts";
import { type StagedSource, stagedAt } from "./staged-source.ts";
import { findUnusualChanges } from "./unusual-changes.ts";

/** What was published of one form. */
export interface FormOutcome {
  facts: number;
  findings: FileFinding[];
  /** What a preview shows; null if it shows nothing of this form, or is none. */
  difference: FormDifference | null;
}

/**
 * Publishes all rows of one form that came with an import. Where the import is rejected already, or for an ERROR
 * among the findings, the rows are only checked. A document that states nothing new is not recorded.
 */
export async function publishForm(
  publication: Publication,
  form: Form,
  sources: Source[],
  isRejectedBefore: boolean,
): Promise<FormOutcome> {
  if (sources.length === 0) return { facts: 0, findings: [], difference: null };
  const { query, references, documents } = publication;
  const table = factTable(form);
  await references.load(table.references);
  const ids = await identify(publication, form, sources);
  const staged = await createStagingTable(publication, table);
  const { stagedSources, published, parts } = await stageAll(
    publication,
    form,
    table,
    { staged, ids },
    sources,
  );
  publication.onProgress?.({ stage: "publishing", document: form.title.ko, sheet: null, share: 1, rows: 0 });
  const findings = stagedSources.flatMap(({ source, unknown }) =>
    named(source.file, [...source.findings, ...(publication.hasUnreadTables ? [] : unknown.all())]),
  );
  const partNames = parts?.names ?? [];
  findings.push(
    ...(await findDuplicates(publication, form, table, { staged, parts: partNames }, stagedSources)),
  );
  const groups = isGrouped(table) ? await copyKnownGroups(publication, table, staged) : null;
  const corrections = await findCorrections(publication, table, staged, groups);
  const sourceOf = (place: { documentId: number; sheet: string | null }) => stagedAt(stagedSources, place);
  const others = form.ofHub ? await rejectOthers(publication, staged, corrections, sourceOf) : [];
  findings.push(...others);
  if (publication.reason === null && others.length === 0)
    findings.push(...corrections.map((one) => correctionFinding(form, one, sourceOf(one), references)));
  const isRejected =
    isRejectedBefore || findings.some((finding) => isBlocking(finding, publication.isPreview));
  const rowsOfBulk = [...published.values()].reduce((sum, count) => sum + count, 0);
  const difference = publication.isPreview
    ? await differenceOf(publication, form, table, {
        ...{ staged, sources: stagedSources, groups, corrections, isWhole: !isRejected },
        bulk: { rows: rowsOfBulk, parts: partNames },
      })
    : null;
  const merged = isRejected ? new Map<number, number>() : await merge(publication, table, staged, groups);
  if (groups) await dropKnownGroups(publication, groups);
  await query.query(`DROP TABLE ${staged}`);
  if (parts && !isRejected) {
    await checkOneCurrent(publication, table, partNames);
    publication.unattached.push(parts);
  }
  if (isRejected) return { facts: 0, findings, difference };
  if (form.subject !== null) {
    const changes = corrections.map((one) => changeOf(form, one, sourceOf(one), references));
    await insertChanges(publication, changes);
  }
  const unusual = await findUnusualChanges(publication, form, table, {
    sources: stagedSources,
    parts: partNames,
  });
  let facts = 0;
  for (const { source, documentId } of stagedSources) {
    const notes = unusual.get(source)?.all() ?? [];
    findings.push(...named(source.file, notes));
    const ofSource = (published.get(documentId) ?? 0) + (merged.get(documentId) ?? 0);
    documents.note(source.file, ofSource, [...source.findings, ...notes]);
    facts += ofSource;
    // Of several sheets of a file the first counts for all.
    published.delete(documentId);
    merged.delete(documentId);
  }
  return { facts, findings, difference };
}

/** Stages the rows of all sources; those of new keys of a large load are published at once, and counted by document. */
async function stageAll(
  publication: Publication,
  form: Form,
  table: FactTable,
  { staged, ids }: { staged: string; ids: Ids | null },
  sources: Source[],
): Promise<{ stagedSources: StagedSource[]; published: Map<number, number>; parts: BulkParts | null }> {
  const bulk = await bulkLoad(publication, table, sources);
  const stagedSources: StagedSource[] = [];
  const published = new Map<number, number>();
  for (const source of sources) {
    const documentId = await publication.documents.idOf(source.file);
    const unknown = new LimitedFindings(source.sheet);
    const resolving = { references: publication.references, ids };
    const count = await stageRows(publication, table, staged, bulk, {
      documentId,
      sheet: source.sheet,
      rows: counted(resolveRows(source, form, table, resolving, unknown), (rows) =>
        publication.onProgress?.({
          ...{ stage: "reading" as const, document: source.file.name, sheet: source.sheet },
          ...{ share: source.shareRead, rows },
        }),
      ),
      isRefused: () => !unknown.isEmpty || source.findings.some(isError),
    });
    published.set(documentId, (published.get(documentId) ?? 0) + count);
    stagedSources.push({ source, documentId, unknown });
  }
  if (bulk && bulk.parts.names.length > 0) await publication.query.query(bulk.parts.indexCurrent());
  return { stagedSources, published, parts: bulk?.parts ?? null };
}

async function bulkLoad(
  publication: Publication,
  table: FactTable,
  sources: Source[],
): Promise<BulkLoad | null> {
  const { query, municipalityId } = publication;
  const bytes = sources.reduce((sum, { file }) => sum + file.bytes.byteLength, 0);
  const firstDocument = await publication.documents.idOf(sources[0]!.file);
  const parts = await BulkParts.of(publication, table, { bytes, firstDocument });
  const size = { bytes, parts: sources.length };
  return parts && { parts, known: await KnownKeys.load(query, table, municipalityId, size) };
}

/** Batches of rows as they come; `onCount` is called with their number after each. */
function* counted<Row>(batches: Iterable<Row[]>, onCount: (rows: number) => void): Generator<Row[]> {
  let rows = 0;
  for (const batch of batches) {
    rows += batch.length;
    yield batch;
    onCount(rows);
  }
  onCount(rows);
}
