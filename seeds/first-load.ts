import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { parseQuarter } from "../schema/scalars/quarter.ts";
import { type ImportOutcome, importFiles } from "./publishing/import-files.ts";

interface BundledDocument {
  file: string;
  municipality: string;
  quarter: string;
}

/** What became of a document that comes with the hub. `outcome` is null where it had been loaded before. */
export interface FirstLoad {
  name: string;
  outcome: ImportOutcome | null;
}

/** Loads the documents of a folder that come with the hub; one that was ever loaded is left as it is. */
export async function firstLoad(database: DataSource, folder: string): Promise<FirstLoad[]> {
  const documents: BundledDocument[] = JSON.parse(await readFile(join(folder, "documents.json"), "utf8"));
  const loads: FirstLoad[] = [];
  for (const { file: name, municipality, quarter } of documents) {
    const bytes = await readFile(join(folder, name));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const [known] = await database.query("SELECT FROM source_document WHERE sha256 = $1 LIMIT 1", [sha256]);
    const outcome = known
      ? null
      : await importFiles(database, {
          files: [{ name, bytes }],
          municipality,
          quarter: parseQuarter(quarter),
        });
    loads.push({ name, outcome });
  }
  return loads;
}
