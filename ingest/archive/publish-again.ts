import type { QueryRunner } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";
import type { FindingDraft } from "../draft-finding.ts";
import { parseMapping } from "../forms/mapping/parse-mapping.ts";
import type { RememberedMapping } from "../forms/mapping/remembered.ts";
import { type ReadFile, readFile } from "../forms/read-file.ts";
import { publishRetraction } from "../publishing/feeds/retract.ts";
import { type FileFinding, isError, named } from "../publishing/file-finding.ts";
import { publishAll } from "../publishing/import-files.ts";
import type { ImportOptions } from "../publishing/release-request.ts";
import { readable, type StoredMapping } from "../publishing/table-mappings.ts";
import type { ArchivedMunicipality, ArchivedRelease } from "./archive-format.ts";
import type { OpenArchive } from "./open-archive.ts";

/** Publishes a release of an archive within a transaction. Throws HubErrors if it would be refused today. */
export function publishAgain(
  query: QueryRunner,
  archive: OpenArchive,
  release: ArchivedRelease,
): Promise<{ municipalityId: number }> {
  const { request, municipality, reason } = release;
  return request.is === "import"
    ? importAgain(query, archive, release, request)
    : publishRetraction(query, { ...request, municipality, reason: reason ?? "" }, release);
}

async function importAgain(
  query: QueryRunner,
  archive: OpenArchive,
  release: ArchivedRelease,
  options: ImportOptions,
): Promise<{ municipalityId: number }> {
  const { municipality, reason } = release;
  const files = await readAgain(archive, release, options);
  const request = { municipality, reason: reason ?? undefined, options, past: release };
  let pending = await publishAll(query, files, request);
  if (pending.municipalityId === 0) {
    // Older hubs did not keep the file that brought a municipality.
    await createAsBefore(
      query,
      archive.manifest.municipalities.find(({ code }) => code === municipality),
    );
    pending = await publishAll(query, files, request);
  }
  const { municipalityId, findings, unattached } = pending;
  const refusals = findings.filter(isError);
  if (refusals.length > 0) throw refusedToday(refusals);
  for (const parts of unattached) await parts.attachAll();
  return { municipalityId };
}

/** Makes a municipality with the first name that it had, known since it was. */
export async function createAsBefore(
  query: QueryRunner,
  municipality: ArchivedMunicipality | undefined,
): Promise<void> {
  if (!municipality) return;
  const { code, versions } = municipality;
  await query.query("INSERT INTO municipality (code, name, synthetic, known_from) VALUES ($1, $2, $3, $4)", [
    code,
    versions[0]!.name,
    versions[0]!.synthetic,
    versions[0]!.knownFrom,
  ]);
}

/** The files of a release in their order; those that stated nothing new were not kept, and state nothing new now. */
async function readAgain(
  archive: OpenArchive,
  { municipality, documents }: ArchivedRelease,
  { quarter, mapping: given, remembered: used, files: hashes }: ImportOptions,
): Promise<ReadFile[]> {
  const mapping = given && parseMapping({ name: given.name, bytes: Buffer.from(given.json) });
  if (Array.isArray(mapping)) throw refusedToday(named(given!, mapping));
  const remembered = used.length > 0 ? await rememberedOf(archive, municipality, used) : [];
  const files: ReadFile[] = [];
  for (const sha256 of hashes) {
    const document = documents.find((one) => one.sha256 === sha256);
    if (!document) continue;
    const bytes = await archive.original(sha256);
    const options = { quarter: quarter === null ? undefined : parseQuarter(quarter), remembered };
    files.push(await readFile({ name: document.name, bytes }, { ...options, mapping: mapping ?? undefined }));
  }
  return files;
}

async function rememberedOf(
  archive: OpenArchive,
  municipality: string,
  ids: readonly number[],
): Promise<RememberedMapping[]> {
  const lines = (await archive.table("table_mapping")).split("\n").filter((line) => line !== "");
  return lines
    .map(
      (line) => JSON.parse(line) as StoredMapping & { municipality: string; release_number: number | null },
    )
    .filter((row) => row.municipality === municipality && ids.includes(row.id))
    .flatMap((row) => readable({ ...row, release: row.release_number }) ?? []);
}

/** The errors of an import as one error. */
function refusedToday(findings: FileFinding[]): HubError {
  const list = findings.slice(0, 5);
  const place = ({ document, line }: FileFinding) => (line === null ? document : `${document}:${line}`);
  const words = (language: keyof FindingDraft["message"]) =>
    list.map((one) => `${one.code} ${place(one)} ${one.message[language]}`).join(" ");
  return new HubError("IMPORT_REFUSED", { ko: words("ko"), en: words("en") }, { ko: "", en: "" });
}
