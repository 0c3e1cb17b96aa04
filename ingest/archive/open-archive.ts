import { createHash } from "node:crypto";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { HubError } from "../../schema/core/hub-error.ts";
import { archiveDamaged, archiveNewer } from "./archive-errors.ts";
import { type ArchivedRelease, type ArchiveManifest, archiveFormat, entryNames } from "./archive-format.ts";

/** An archive whose entries are all there and as they were written. */
export interface OpenArchive {
  manifest: ArchiveManifest;
  release(of: { municipality: string; number: number }): Promise<ArchivedRelease>;
  table(name: string): Promise<string>;
  original(sha256: string): Promise<Buffer>;
  close(): void;
}

/**
 * Opens an archive and compares every entry with its sum. Throws ARCHIVE_DAMAGED, and ARCHIVE_NEWER for a format or
 * tables that this version does not know.
 */
export async function openArchive(path: string, migrations: readonly string[]): Promise<OpenArchive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw archiveDamaged(path, error.message);
  });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const bytes = async (name: string): Promise<Buffer> => {
      const entry = entries.get(name);
      if (!entry) throw archiveDamaged(path, name);
      const chunks: Buffer[] = [];
      for await (const chunk of await contentOf(zip, entry)) chunks.push(chunk);
      return Buffer.concat(chunks);
    };
    await checkSums(path, zip, entries, await bytes(entryNames.sums));
    const json = async <Content>(name: string): Promise<Content> => JSON.parse(String(await bytes(name)));
    const manifest = await json<ArchiveManifest>(entryNames.manifest);
    const isNewer =
      manifest.format > archiveFormat || manifest.migrations.some((one) => !migrations.includes(one));
    if (isNewer) throw archiveNewer(path, manifest.hub);
    return {
      manifest,
      release: (of) => json(entryNames.release(of)),
      table: async (name) => String(await bytes(entryNames.table(name))),
      original: (sha256) => bytes(entryNames.original(sha256)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof HubError ? error : archiveDamaged(path, (error as Error).message);
  }
}

const contentOf = async (zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> =>
  (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;

async function checkSums(
  path: string,
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  sums: Buffer,
): Promise<void> {
  const expected = new Map(
    String(sums)
      .split("\n")
      .filter((line) => line !== "")
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  for (const name of [...entries.keys(), ...expected.keys()])
    if (name !== entryNames.sums && !(entries.has(name) && expected.has(name)))
      throw archiveDamaged(path, name);
  for (const [name, sum] of expected) {
    const hash = createHash("sha256");
    for await (const chunk of await contentOf(zip, entries.get(name)!)) hash.update(chunk);
    if (hash.digest("hex") !== sum) throw archiveDamaged(path, name);
  }
}
