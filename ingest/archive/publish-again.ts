import type { QueryRunner } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";
import type { FindingDraft } from "../draft-finding.ts";
import { parseMapping } from "../forms/mapping/parse-mapping.ts";
import type { RememberedMapping } from "../forms/mapping/remembered.ts";
import { type ReadFile, readFile } from "../forms/read-file.ts";
import { publishRetraction, type Retraction } from "../publishing/feeds/retract.ts";
import { type FileFinding, isError, named } from "../publishing/file-finding.ts";
import { publishFiles } from "../publishing/publish-files.ts";
import type { ImportOptions } from "../publishing/release-request.ts";
import { readable, type StoredMapping } from "../publishing/table-mappings.ts";
import type { ArchivedMunicipality, ArchivedRelease } from "./archive-format.ts";
import type { OpenArchive } from "./open-archive.ts";

/** A release before its end. */
export interface PublishedAgain {
  municipalityId: number;
  /** Of its originals. */
  bytes: number;
  /** Tables with fresh statistics. */
  analyzed: readonly string[];
}

/** Publishes a release of an archive within a transaction. Throws HubErrors if it would be refused today. */
export function publishAgain(
  query: QueryRunner,
  archive: OpenArchive,
  release: ArchivedRelease,
): Promise<PublishedAgain> {
  const { request, municipality, reason } = release;
  return request.is === "import"
    ? importAgain(query, archive, release, request)
    : retractAgain(query, { ...request, municipality, reason: reason ?? "" }, release);
}

async function retractAgain(
  query: QueryRunner,
  retraction: Retraction,
  release: ArchivedRelease,
): Promise<PublishedAgain> {
  const { municipalityId } = await publishRetraction(query, retraction, release);
  return { municipalityId, bytes: 0, analyzed: [] };
}

async function importAgain(
  query: QueryRunner,
  archive: OpenArchive,
  release: ArchivedRelease,
  options: ImportOptions,
): Promise<PublishedAgain> {
  const { municipality, reason } = release;
  const files = await readAgain(archive, release, options);
  const request = { municipality, reason: reason ?? undefined, options, past: release };
  let pending = await publishFiles(query, files, request, []);
  if (pending.municipalityId === 0) {
    // Older hubs did not keep the file that brought a municipality.
    await createAsBefore(
      query,
      archive.manifest.municipalities.find(({ code }) => code === municipality),
    );
    pending = await publishFiles(query, files, request, []);
  }
  const { municipalityId, findings, unattached } = pending;
  const refusals = findings.filter(isError);
  if (refusals.length > 0) throw refusedToday(refusals);
  for (const parts of unattached) await parts.attachAll();
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  return { municipalityId, bytes, analyzed: unattached.flatMap(({ names }) => names) };
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
  { quarter, mappings: texts, isMapped, remembered: used, files: hashes }: ImportOptions,
): Promise<ReadFile[]> {
  const mappings = texts.map((text) => {
    const mapping = parseMapping({ name: text.name, bytes: Buffer.from(text.json) });
    if (Array.isArray(mapping)) throw refusedToday(named(text, mapping));
    return mapping;
  });
  const remembered = used.length > 0 ? await rememberedOf(archive, municipality, used) : [];
  const files: ReadFile[] = [];
  for (const sha256 of hashes) {
    const document = documents.find((one) => one.sha256 === sha256);
    if (!document) continue;
    const bytes = await archive.original(sha256);
    const options = { quarter: quarter === null ? undefined : parseQuarter(quarter), mappings, isMapped };
    files.push(await readFile({ name: document.name, bytes }, { ...options, remembered }));
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
