import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import type { GivenFile } from "../ingest/forms/read-file.ts";
import { type ImportOutcome, importFiles } from "../ingest/publishing/import-files.ts";
import { parseQuarter } from "../schema/core/scalars/quarter.ts";
import { sampleBytes, sampleCity } from "./sample/sample-city.ts";

interface BundledDocument {
  file: string;
  municipality: string;
  /** Of the municipality. */
  name: string;
  quarter: string;
}

/** What became of a document, or of documents, that come with the hub. `outcome` is null where they were not loaded, because the hub has them. */
export interface FirstLoad {
  name: string;
  outcome: ImportOutcome | null;
}

/** Loads the documents of a folder that come with the hub; one that was ever loaded is left as it is. */
export async function firstLoad(database: DataSource, folder: string): Promise<FirstLoad[]> {
  const documents: BundledDocument[] = JSON.parse(await readFile(join(folder, "documents.json"), "utf8"));
  const loads: FirstLoad[] = [];
  for (const { file: name, municipality, name: cityName, quarter } of documents) {
    await addMunicipality(database, municipality, cityName);
    const files = [{ name, bytes: await readFile(join(folder, name)) }];
    const isLoaded = await isAnyKnown(database, files);
    const request = { files, municipality, quarter: parseQuarter(quarter) };
    loads.push({ name, outcome: isLoaded ? null : await importFiles(database, request) });
  }
  return loads;
}

/** Adds a real municipality, unless the hub has one of that code. */
async function addMunicipality(database: DataSource, code: string, name: string): Promise<void> {
  await database.query(
    `INSERT INTO municipality (code, name, synthetic, known_from)
     SELECT $1, $2, false, 0 WHERE NOT EXISTS (SELECT FROM municipality WHERE code = $1)`,
    [code, name],
  );
}

/**
 * Loads a small synthetic city, its late reports and corrections, as a release each. A municipality of its
 * code that somebody else brought in is left as it is; what an interrupted load left out is made up for.
 */
export async function loadSampleCity(database: DataSource): Promise<FirstLoad[]> {
  const { plan, imports } = sampleCity({ seed: 1, size: 30 });
  const [city] = await database.query("SELECT FROM municipality WHERE code = $1 LIMIT 1", [plan.code]);
  let isNext = city === undefined;
  const loads: FirstLoad[] = [];
  for (const { title, reason, files: sampleFiles } of imports) {
    const files = sampleFiles.map(sampleBytes);
    const isLoaded = await isAnyKnown(database, files);
    const request = { files, municipality: plan.code, reason: reason ?? undefined };
    const outcome = isNext && !isLoaded ? await importFiles(database, request) : null;
    isNext = isLoaded || outcome !== null;
    loads.push({ name: `${plan.name} ${plan.code} (합성 synthetic), ${title.ko} ${title.en}`, outcome });
  }
  return loads;
}

async function isAnyKnown(database: DataSource, files: GivenFile[]): Promise<boolean> {
  const hashes = files.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  const known = await database.query("SELECT FROM source_document WHERE sha256 = ANY ($1) LIMIT 1", [hashes]);
  return known.length > 0;
}
