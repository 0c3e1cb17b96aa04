import type { DataSource, QueryRunner } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { migrations } from "../../schema/tables.ts";
import { endPastRelease } from "../publishing/releases.ts";
import { analyzeGrownTables } from "../publishing/statistics.ts";
import { databaseNotEmpty, restoreDiffers } from "./archive-errors.ts";
import type { ArchivedMunicipality, ArchivedRelease } from "./archive-format.ts";
import { differencesOf, digestFacts } from "./digest-facts.ts";
import { givenTables, restoreRows } from "./given-tables.ts";
import { type OpenArchive, openArchive } from "./open-archive.ts";
import { createAsBefore, publishAgain } from "./publish-again.ts";
import { restoreFindings } from "./restore-findings.ts";
import { releaseName } from "./write-archive.ts";

/** How to restore. */
export interface RestoreOptions {
  /** Whether to keep what this version reads where that is not what was published. */
  acceptDifferences: boolean;
  /** Called after each release with its municipality and number. */
  onRelease?: (name: string) => void;
}

/** What was restored. */
export interface RestoreSummary {
  releases: number;
  /** Releases and tables whose facts differ from what was published, where that is accepted. */
  differences: string[];
}

/**
 * Publishes all releases of an archive again, with their numbers and times, in one transaction: the whole archive or
 * nothing. Throws ARCHIVE_DAMAGED, ARCHIVE_NEWER, DATABASE_NOT_EMPTY, and RESTORE_DIFFERS if what is published
 * differs from what was.
 */
export async function restoreArchive(
  database: DataSource,
  path: string,
  options: RestoreOptions,
): Promise<RestoreSummary> {
  const archive = await openArchive(
    path,
    migrations.map(({ name }) => name),
  );
  const query = database.createQueryRunner();
  try {
    await query.startTransaction();
    await query.query("SET LOCAL statement_timeout = 0");
    await refuseUnlessEmpty(query);
    const differences = await restoreAll(query, archive, options);
    await analyzeGrownTables(query.manager, []);
    await query.commitTransaction();
    return { releases: archive.manifest.releases.length, differences };
  } finally {
    archive.close();
    if (query.isTransactionActive) await query.rollbackTransaction();
    await query.release();
  }
}

/** Also keeps others from publishing until the end of the transaction. */
async function refuseUnlessEmpty(query: QueryRunner): Promise<void> {
  const tables = ["municipality", "release", "access_token", "embed"];
  await query.query(`LOCK TABLE ${tables.join(", ")} IN SHARE ROW EXCLUSIVE MODE`);
  for (const table of tables) {
    const rows: unknown[] = await query.query(`SELECT FROM ${table} LIMIT 1`);
    if (rows.length > 0) throw databaseNotEmpty();
  }
}

async function restoreAll(
  query: QueryRunner,
  archive: OpenArchive,
  { acceptDifferences, onRelease }: RestoreOptions,
): Promise<string[]> {
  const { manifest } = archive;
  // What hub init made; the others come with their first release.
  for (const one of manifest.municipalities)
    if (one.versions[0]!.knownFrom === 0) await createAsBefore(query, one);
  const published: ArchivedRelease[] = [];
  for (const of of manifest.releases) {
    const release = await archive.release(of);
    try {
      const { municipalityId, bytes, analyzed } = await publishAgain(query, archive, release);
      // PostgreSQL plans better with statistics; the more there is, the less often they change.
      const isMuch = bytes > muchBytes || Math.log2(published.length + 1) % 1 === 0;
      await endPastRelease(query.manager, municipalityId, release, isMuch ? analyzed : null);
      await restoreFindings(query, municipalityId, release);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      // An earlier release that reads differently may be the cause.
      const earlier = await findDifferences(query, published);
      throw restoreDiffers([...earlier, `${releaseName(of)}: ${error.message}`], manifest.hub);
    }
    published.push({ ...release, documents: [] });
    onRelease?.(releaseName(of));
  }
  const differences = [
    ...(await findDifferences(query, published)),
    ...(await differingMunicipalities(query, manifest.municipalities)),
  ];
  if (differences.length > 0 && !acceptDifferences)
    throw restoreDiffers(differences.slice(0, mostListed), manifest.hub);
  const ids = await municipalityIds(query);
  for (const table of givenTables)
    if (manifest.tables.includes(table.name))
      await restoreRows(query, table, await archive.table(table.name), ids);
  return differences;
}

const mostListed = 20;
/** Statistics are renewed for a release of so many bytes. */
const muchBytes = 1_000_000;

async function findDifferences(query: QueryRunner, published: readonly ArchivedRelease[]): Promise<string[]> {
  const digests = await digestFacts(query);
  const ids = await municipalityIds(query);
  return published.flatMap((release) => {
    const facts = digests.get(ids.get(release.municipality) ?? 0)?.get(release.number);
    const tables = differencesOf(release.facts, facts);
    return tables.length > 0 ? [`${releaseName(release)}: ${tables.join(", ")}`] : [];
  });
}

async function differingMunicipalities(
  query: QueryRunner,
  expected: readonly ArchivedMunicipality[],
): Promise<string[]> {
  const rows: { code: string; text: string }[] = await query.query(
    `SELECT code, json_agg(json_build_array(name, synthetic, known_from, known_to) ORDER BY known_from)::text AS text
     FROM municipality GROUP BY code`,
  );
  const texts = new Map(rows.map(({ code, text }) => [code, JSON.stringify(JSON.parse(text))]));
  return expected
    .filter(({ code, versions }) => {
      const values = versions.map((one) => [one.name, one.synthetic, one.knownFrom, one.knownTo]);
      return texts.get(code) !== JSON.stringify(values);
    })
    .map(({ code }) => `${code}: municipality`);
}

async function municipalityIds(query: QueryRunner): Promise<Map<string, number>> {
  const rows: { code: string; id: number }[] = await query.query(
    "SELECT DISTINCT code, id FROM municipality",
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}
