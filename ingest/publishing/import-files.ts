import type { DataSource, QueryRunner } from "typeorm";
import { isConnectionLost } from "../../schema/core/database-unavailable.ts";
import { formatQuarter, type QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { forms } from "../../schema/feeds.ts";
import { checkInput } from "../check-input.ts";
import { unpack } from "../documents/unpack.ts";
import { fileSources } from "../forms/file-sources.ts";
import { parseMapping } from "../forms/mapping/parse-mapping.ts";
import { type GivenFile, type ReadFile, readFile } from "../forms/read-file.ts";
import { Documents } from "./documents.ts";
import type { FormDifference } from "./feeds/form-difference.ts";
import { identifyOfHub } from "./feeds/identify.ts";
import { publishForm } from "./feeds/publish-form.ts";
import { References } from "./feeds/references.ts";
import { type FileFinding, isError, named } from "./file-finding.ts";
import { findMunicipality } from "./find-municipality.ts";
import type { Publication, ReadingProgress } from "./publication.ts";
import { abandon, publishingInterrupted } from "./publishing-interrupted.ts";
import { municipalityUnknown } from "./refusals.ts";
import type { ImportOptions, PastRelease } from "./release-request.ts";
import { beginPublishing, beginRelease, endRelease, insertRelease } from "./releases.ts";
import { rememberedMappings, rememberMappings } from "./table-mappings.ts";

/** The files to import, with options. */
export interface ImportRequest {
  /** A zip archive stands for the files in it. */
  files: GivenFile[];
  /** Code of the municipality that the files belong to. */
  municipality: string;
  /** The quarter of the reports, if they do not print it; compared with the printed one otherwise. */
  quarter?: QuarterNumber;
  /** Reason for corrections; required if published figures change. */
  reason?: string;
  /** How departments' tables are read that are not on the hub's forms; for all of the files. */
  mapping?: GivenFile;
  /** Only read and check: nothing is published. */
  check?: boolean;
  /** Called where a check would publish: reads what the release would be within the transaction, before it is rolled back. */
  onPreview?: (query: QueryRunner) => Promise<void>;
  /** Called from time to time with the progress of reading; for every table at least once, at its end. */
  onProgress?: (progress: ReadingProgress) => void;
}

/** Outcome of an import. Rejected: an ERROR is among the findings and nothing was loaded. */
export interface ImportOutcome {
  /** Number of the release; null if the import was rejected, only checked, or contained nothing new. */
  release: number | null;
  /** Number of facts of the release, or of the release it would become. */
  facts: number;
  refused: boolean;
  /** What the release would change, by form; null if it was refused or published. */
  differences: FormDifference[] | null;
  findings: FileFinding[];
}

/**
 * Reads and checks all files, and publishes them as one release, or not at all. Throws DATABASE_UNAVAILABLE if the
 * connection to the database is lost.
 */
export async function importFiles(database: DataSource, request: ImportRequest): Promise<ImportOutcome> {
  const { municipality, reason } = request;
  checkInput({ "--municipality": municipality, "--reason": reason });
  for (const { name } of request.files) checkInput({ [JSON.stringify(name)]: name });
  const mapping = request.mapping && parseMapping(request.mapping);
  if (Array.isArray(mapping)) {
    const findings = named(request.mapping!, mapping);
    return { release: null, facts: 0, refused: true, differences: null, findings };
  }
  const offered = mapping ? [] : await rememberedMappings(database, municipality);
  const files: ReadFile[] = [];
  for (const file of request.files) {
    request.onProgress?.({ stage: "opening", document: file.name, sheet: null, share: 0, rows: 0 });
    for (const member of await unpack(file))
      files.push(await readFile(member, { quarter: request.quarter, mapping, remembered: offered }));
  }
  const once = withoutCopies(files);
  const used = new Set(once.flatMap((file) => file.mapped.map((one) => one.mapping)));
  const options: ImportOptions = {
    is: "import",
    quarter: request.quarter === undefined ? null : formatQuarter(request.quarter),
    mapping: mapping ? { name: mapping.name, json: mapping.json } : null,
    remembered: offered.filter((one) => used.has(one.mapping)).map(({ id }) => id),
    files: once.map(({ sha256 }) => sha256),
  };
  const query = database.createQueryRunner();
  let isCommitting = false;
  try {
    await query.startTransaction();
    const { release, municipalityId, facts, findings, unattached, differences } = await publishAll(
      query,
      once,
      { ...request, options },
    );
    const refused = findings.some(isError);
    const isNews = !refused && facts > 0;
    if (refused) return { release: null, facts: 0, refused, differences: null, findings };
    if (request.check) {
      if (isNews && request.onPreview) {
        for (const parts of unattached) await parts.attachAll();
        await endRelease(query.manager, municipalityId, release);
        await request.onPreview(query);
      }
      return { release: null, facts, refused, differences, findings };
    }
    const given = mapping ? once.flatMap(({ mapped }) => mapped) : [];
    if (!isNews) {
      await query.rollbackTransaction();
      await rememberMappings(query.manager, municipalityId, null, given);
      return { release: null, facts: 0, refused, differences: null, findings };
    }
    for (const parts of unattached) await parts.attachAll();
    await endRelease(query.manager, municipalityId, release);
    await rememberMappings(query.manager, municipalityId, release, given);
    isCommitting = true;
    await query.commitTransaction();
    return { release, facts, refused, differences: null, findings };
  } catch (error) {
    throw isConnectionLost(error) ? publishingInterrupted("IMPORT", isCommitting) : error;
  } finally {
    await abandon(query);
  }
}

/** What is published, and with what. */
interface Publishing extends Pick<ImportRequest, "municipality" | "reason" | "check" | "onProgress"> {
  options: ImportOptions;
  /** The release that it was before, in another database; default: the next one. */
  past?: PastRelease;
}

/** What an import has written before its commit. */
interface Pending extends Pick<Publication, "release" | "municipalityId" | "unattached"> {
  facts: number;
  findings: FileFinding[];
  differences: FormDifference[];
}

/** Writes the contents of all files into the transaction; the findings decide whether it is committed. */
export async function publishAll(
  query: QueryRunner,
  files: ReadFile[],
  request: Publishing,
): Promise<Pending> {
  const { reason = null, options, onProgress } = request;
  const findings = files.flatMap((file) => named(file, file.findings));
  await beginPublishing(query.manager);
  const sources = fileSources(files);
  const hubIds = await identifyOfHub(query, sources);
  const municipalityId = await findMunicipality(query, request.municipality, hubIds);
  if (municipalityId === null) {
    const unknown = await municipalityUnknown(query.manager, request.municipality);
    findings.push(...named(files[0]!, [unknown]));
    return { release: 0, municipalityId: 0, facts: 0, findings, unattached: [], differences: [] };
  }
  const next = await beginRelease(query.manager, municipalityId);
  const release = request.past?.number ?? next;
  await insertRelease(query.manager, release, municipalityId, { reason, request: options });
  const documents = new Documents(query, release, municipalityId);
  const references = new References(query, municipalityId);
  const publication: Publication = {
    query,
    release,
    municipalityId,
    municipality: request.municipality,
    documents,
    references,
    hubIds,
    reason,
    unattached: [],
    isPreview: request.check ?? false,
    hasUnreadTables: findings.some(isError),
    onProgress,
  };
  const differences: FormDifference[] = [];
  let facts = 0;
  for (const form of forms) {
    const outcome = await publishForm(publication, form, sources.get(form) ?? [], findings.some(isError));
    facts += outcome.facts;
    findings.push(...outcome.findings);
    if (outcome.difference) differences.push(outcome.difference);
  }
  if (!findings.some(isError)) await documents.complete();
  return { release, municipalityId, facts, findings, differences, unattached: publication.unattached };
}

/** Each file once, however often it is named. */
const withoutCopies = (files: ReadFile[]): ReadFile[] => [
  ...new Map(files.map((file) => [file.sha256, file])).values(),
];
