import type { DataSource, QueryRunner } from "typeorm";
import { decompress } from "../../schema/subjects/release/compression.ts";
import type { ReleaseRequest } from "../publishing/release-request.ts";
import { requestUnknown } from "./archive-errors.ts";
import {
  type ArchivedDocument,
  type ArchivedMunicipality,
  type ArchiveManifest,
  archiveFormat,
  entryNames,
} from "./archive-format.ts";
import { type Digests, digestFacts } from "./digest-facts.ts";
import { givenTables, rowsAsLines } from "./given-tables.ts";
import { ZipWriter } from "./zip-writer.ts";

/** What an archive holds, in numbers. */
export interface ArchiveSummary {
  municipalities: number;
  releases: number;
  originals: number;
  /** Of the originals, not compressed. */
  bytes: number;
}

interface ReleaseRow {
  municipalityId: number;
  municipality: string;
  number: number;
  publishedAt: Date;
  reason: string | null;
  request: ReleaseRequest | null;
}

/**
 * Writes everything that the hub was given, as of one moment, to a new file: original files, options of imports,
 * retractions, municipalities, mappings, tokens, embeds. Throws ARCHIVE_EXISTS, and REQUEST_UNKNOWN if a release of an
 * older hub cannot be published again.
 */
export async function writeArchive(
  database: DataSource,
  path: string,
  version: string,
): Promise<ArchiveSummary> {
  const archivedAt = new Date();
  const query = database.createQueryRunner();
  try {
    await query.startTransaction("REPEATABLE READ");
    await query.query("SET TRANSACTION READ ONLY");
    await query.query("SET LOCAL statement_timeout = 0");
    const releases = await releaseRows(query);
    const unknown = releases.filter(({ request }) => request === null);
    if (unknown.length > 0) throw requestUnknown(unknown.map(releaseName));
    const zip = await ZipWriter.open(path, archivedAt);
    try {
      const summary = await writeAll(query, zip, releases, { version, archivedAt });
      await zip.end();
      return summary;
    } catch (error) {
      await zip.abandon();
      throw error;
    }
  } finally {
    if (query.isTransactionActive) await query.rollbackTransaction();
    await query.release();
  }
}

/** 99990 3. */
export const releaseName = ({ municipality, number }: { municipality: string; number: number }): string =>
  `${municipality} ${number}`;

async function writeAll(
  query: QueryRunner,
  zip: ZipWriter,
  releases: ReleaseRow[],
  { version, archivedAt }: { version: string; archivedAt: Date },
): Promise<ArchiveSummary> {
  const municipalities = await municipalityRows(query);
  for (const table of givenTables)
    await zip.add(entryNames.table(table.name), Buffer.from(await rowsAsLines(query, table)));
  const digests = await digestFacts(query);
  const originals = new Set<string>();
  let bytes = 0;
  for (const release of releases) {
    const documents = await documentRows(query, release);
    for (const { id, sha256 } of documents) {
      if (originals.has(sha256)) continue;
      originals.add(sha256);
      const content = await contentOf(query, release.municipalityId, id);
      bytes += content.length;
      await zip.add(entryNames.original(sha256), content);
    }
    const facts = digests.get(release.municipalityId)?.get(release.number) ?? {};
    await zip.add(entryNames.release(release), asJson(archivedRelease(release, documents, facts)));
  }
  const manifest: ArchiveManifest = {
    ...{ format: archiveFormat, hub: version, migrations: await migrationNames(query) },
    ...{ archivedAt: archivedAt.toISOString(), municipalities },
    releases: releases.map(({ municipality, number, publishedAt }) => ({
      ...{ municipality, number, publishedAt: publishedAt.toISOString() },
    })),
    tables: givenTables.map(({ name }) => name),
  };
  await zip.add(entryNames.manifest, asJson(manifest));
  return {
    ...{ municipalities: municipalities.length, releases: releases.length },
    ...{ originals: originals.size, bytes },
  };
}

const asJson = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

const archivedRelease = (
  { municipality, number, publishedAt, reason, request }: ReleaseRow,
  documents: (ArchivedDocument & { id: number })[],
  facts: Digests,
): object => ({
  ...{ municipality, number, publishedAt: publishedAt.toISOString(), reason, request },
  ...{ documents: documents.map(({ id: _, ...document }) => document), facts },
});

/** In the order of their times: a release may refer to a municipality that an earlier one brought. */
const releaseRows = (query: QueryRunner): Promise<ReleaseRow[]> =>
  query.query(
    `SELECT municipality_id AS "municipalityId", code AS municipality, number, published_at AS "publishedAt", reason, request
     FROM release JOIN (SELECT DISTINCT id, code FROM municipality) AS municipality ON id = municipality_id
     ORDER BY published_at, municipality_id, number`,
  );

const municipalityRows = (query: QueryRunner): Promise<ArchivedMunicipality[]> =>
  query.query(
    `SELECT code, json_agg(json_build_object('name', name, 'synthetic', synthetic, 'knownFrom', known_from,
       'knownTo', known_to) ORDER BY known_from) AS versions
     FROM municipality GROUP BY code ORDER BY min(id)`,
  );

const documentRows = (
  query: QueryRunner,
  { municipalityId, number }: ReleaseRow,
): Promise<(ArchivedDocument & { id: number })[]> =>
  query.query(
    `SELECT id, name, sha256, (
       SELECT coalesce(json_agg(to_jsonb(finding) - ARRAY['id', 'municipality_id', 'document_id'] ORDER BY finding.id), '[]')
       FROM finding WHERE finding.municipality_id = $1 AND document_id = document.id) AS findings
     FROM source_document AS document WHERE municipality_id = $1 AND release_number = $2 ORDER BY id`,
    [municipalityId, number],
  );

async function contentOf(query: QueryRunner, municipalityId: number, id: number): Promise<Buffer> {
  const [row] = await query.query(
    "SELECT content FROM source_document WHERE municipality_id = $1 AND id = $2",
    [municipalityId, id],
  );
  return decompress(row.content);
}

async function migrationNames(query: QueryRunner): Promise<string[]> {
  const rows: { name: string }[] = await query.query("SELECT name FROM migrations ORDER BY id");
  return rows.map(({ name }) => name);
}
