import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import type { GivenFile } from "../ingest/forms/read-file.ts";
import { createMunicipality } from "../ingest/publishing/create-municipality.ts";
import { type ImportOutcome, type ImportRequest, importFiles } from "../ingest/publishing/import-files.ts";
import { parseQuarter } from "../schema/core/scalars/quarter.ts";
import { sampleBytes, sampleCity } from "./sample/sample-city.ts";

interface BundledDocument {
  file: string;
  municipality: string;
  /** Of the municipality. */
  name: string;
  quarter: string;
}

/** What became of documents of the demonstration. `outcome` is null where they were not loaded, because the hub has them. */
export interface FirstLoad {
  name: string;
  outcome: ImportOutcome | null;
}

/** Loads the demonstration: the real documents of a folder, and the synthetic city. What the hub has of it is left as it is. */
export async function loadDemonstration(database: DataSource, folder: string): Promise<FirstLoad[]> {
  return [...(await firstLoad(database, folder)), ...(await loadSampleCity(database))];
}

/** Loads the documents of a folder that come with the hub; one that was ever loaded is left as it is. */
export async function firstLoad(database: DataSource, folder: string): Promise<FirstLoad[]> {
  const documents: BundledDocument[] = JSON.parse(await readFile(join(folder, "documents.json"), "utf8"));
  const loads: FirstLoad[] = [];
  for (const { file, municipality: code, name, quarter } of documents) {
    if (!(await hasMunicipality(database, code)))
      await createMunicipality(database, { code, name, synthetic: false });
    const files = [{ name: file, bytes: await readFile(join(folder, file)) }];
    const request = { files, municipality: code, quarter: parseQuarter(quarter) };
    loads.push({ name: file, outcome: await importUnlessKnown(database, request) });
  }
  return loads;
}

/**
 * Loads a small synthetic city, its late reports and corrections, as a release each. A municipality of its
 * code that somebody else brought in is left as it is; what an interrupted load left out is made up for.
 */
export async function loadSampleCity(database: DataSource): Promise<FirstLoad[]> {
  const { plan, imports } = sampleCity({ seed: 1, size: 30 });
  const { code, name } = plan;
  let isNext = !(await hasMunicipality(database, code));
  const loads: FirstLoad[] = [];
  for (const { title, reason, files: sampleFiles } of imports) {
    const files = sampleFiles.map(sampleBytes);
    const isLoaded = await isAnyKnown(database, code, files);
    const request = { files, municipality: code, reason: reason ?? undefined };
    const outcome = isNext && !isLoaded ? await importUnlessKnown(database, request) : null;
    isNext = isLoaded || outcome !== null;
    loads.push({ name: `${name} ${code} (합성 synthetic), ${title.ko} ${title.en}`, outcome });
  }
  return loads;
}

/** Null also where another process loaded the files a moment ago. */
async function importUnlessKnown(
  database: DataSource,
  request: ImportRequest,
): Promise<ImportOutcome | null> {
  if (await isAnyKnown(database, request.municipality, request.files)) return null;
  const outcome = await importFiles(database, request);
  return outcome.release === null && !outcome.refused ? null : outcome;
}

async function hasMunicipality(database: DataSource, code: string): Promise<boolean> {
  const found = await database.query("SELECT FROM municipality WHERE code = $1 LIMIT 1", [code]);
  return found.length > 0;
}

async function isAnyKnown(database: DataSource, municipality: string, files: GivenFile[]): Promise<boolean> {
  const hashes = files.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  const known = await database.query(
    `SELECT FROM source_document JOIN municipality ON municipality.id = municipality_id
     WHERE code = $1 AND sha256 = ANY ($2) LIMIT 1`,
    [municipality, hashes],
  );
  return known.length > 0;
}
