import { trace } from "@opentelemetry/api";
import type { DataSource, QueryRunner } from "typeorm";
import { isConnectionLost } from "../../schema/core/database-unavailable.ts";
import { formatQuarter, type QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { checkInput } from "../check-input.ts";
import { unpack } from "../documents/unpack.ts";
import type { Mapping } from "../forms/mapping/mapping.ts";
import { fitsNoFile } from "../forms/mapping/open-by-headings.ts";
import { parseMapping } from "../forms/mapping/parse-mapping.ts";
import { type GivenFile, type ReadFile, readFile } from "../forms/read-file.ts";
import type { FormDifference } from "./feeds/form-difference.ts";
import { type FileFinding, isBlocking, isError, named } from "./file-finding.ts";
import type { ReadingProgress } from "./publication.ts";
import { publishFiles } from "./publish-files.ts";
import { abandon, publishingInterrupted } from "./publishing-interrupted.ts";
import type { ImportOptions } from "./release-request.ts";
import { endRelease } from "./releases.ts";
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
  /**
   * How departments' tables are read that are not on the hub's forms. Each reads the files that have its headings; a
   * single one is for a single file, and other files are read as ever.
   */
  mappings?: readonly GivenFile[];
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
  /** What a checked release would change, by form, as far as rows could be read; null if nothing was checked. */
  differences: FormDifference[] | null;
  /** Whether `onPreview` was called. */
  isPreviewed: boolean;
  findings: FileFinding[];
}

/**
 * Reads and checks all files, and publishes them as one release, or not at all. Throws DATABASE_UNAVAILABLE if the
 * connection to the database is lost.
 */
export const importFiles = (database: DataSource, request: ImportRequest): Promise<ImportOutcome> =>
  trace.getTracer("hub").startActiveSpan("import", async (span) => {
    span.setAttributes({ "hub.municipality": request.municipality, "hub.files": request.files.length });
    try {
      return await importAll(database, request);
    } finally {
      span.end();
    }
  });

async function importAll(database: DataSource, request: ImportRequest): Promise<ImportOutcome> {
  const { municipality, reason } = request;
  checkInput({ "--municipality": municipality, "--reason": reason });
  for (const { name } of request.files) checkInput({ [JSON.stringify(name)]: name });
  const { mappings, wrong } = parseMappings(request.mappings ?? []);
  if (wrong.length > 0)
    return { release: null, facts: 0, refused: true, differences: null, isPreviewed: false, findings: wrong };
  const remembered = await rememberedMappings(database, municipality);
  const members: GivenFile[] = [];
  const files: ReadFile[] = [];
  for (const file of request.files) members.push(...(await unpack(file)));
  const isMapped = members.length === 1 && mappings.length === 1;
  for (const member of members) {
    request.onProgress?.({ stage: "opening", document: member.name, sheet: null, share: 0, rows: 0 });
    files.push(await readFile(member, { quarter: request.quarter, mappings, isMapped, remembered }));
  }
  const once = withoutCopies(files);
  const read = new Set(once.flatMap(({ mapped }) => mapped.map(({ mapping }) => mapping)));
  const options: ImportOptions = {
    is: "import",
    quarter: request.quarter === undefined ? null : formatQuarter(request.quarter),
    mappings: mappings.map(({ name, json }) => ({ name, json })),
    isMapped,
    remembered: remembered.filter(({ mapping }) => read.has(mapping)).map(({ id }) => id),
    files: once.map(({ sha256 }) => sha256),
  };
  const query = database.createQueryRunner();
  let isCommitting = false;
  try {
    await query.startTransaction();
    const { release, municipalityId, facts, findings, unattached, differences } = await publishFiles(
      query,
      once,
      { ...request, options },
      unusedMappings(mappings, files),
    );
    const refused = findings.some(isError);
    const finish = async () => {
      for (const parts of unattached) await parts.attachAll();
      const analyzed = unattached.flatMap(({ names }) => names);
      await endRelease(query.manager, municipalityId, release, analyzed);
    };
    if (request.check) {
      const isWhole = !findings.some((finding) => isBlocking(finding, true));
      const isPreviewed = isWhole && facts > 0 && request.onPreview !== undefined;
      if (isPreviewed) {
        await finish();
        await request.onPreview!(query);
      }
      return { release: null, facts: refused ? 0 : facts, refused, differences, isPreviewed, findings };
    }
    const outcome = { refused, differences: null, isPreviewed: false, findings };
    if (refused) return { release: null, facts: 0, ...outcome };
    const used = once.flatMap(({ mapped }) => mapped.filter((one) => mappings.includes(one.mapping)));
    if (facts === 0) {
      await query.rollbackTransaction();
      await rememberMappings(query.manager, municipalityId, null, used);
      return { release: null, facts: 0, ...outcome };
    }
    await finish();
    await rememberMappings(query.manager, municipalityId, release, used);
    isCommitting = true;
    await query.commitTransaction();
    return { release, facts, ...outcome };
  } catch (error) {
    throw isConnectionLost(error) ? publishingInterrupted("IMPORT", isCommitting) : error;
  } finally {
    await abandon(query);
  }
}

/** Mappings from their files, and all that is wrong with them. */
function parseMappings(files: readonly GivenFile[]): { mappings: Mapping[]; wrong: FileFinding[] } {
  const parsed = files.map((file) => ({ file, mapping: parseMapping(file) }));
  return {
    mappings: parsed.flatMap(({ mapping }) => (Array.isArray(mapping) ? [] : [mapping])),
    wrong: parsed.flatMap(({ file, mapping }) => (Array.isArray(mapping) ? named(file, mapping) : [])),
  };
}

/** Mappings that read nothing are a mistake: what they were given for was read otherwise. */
const unusedMappings = (mappings: readonly Mapping[], files: readonly ReadFile[]): FileFinding[] =>
  mappings
    .filter((mapping) => !files.some((file) => file.mappings.includes(mapping)))
    .flatMap((mapping) => named(mapping, [fitsNoFile()]));

/** Each file once, however often it is named. */
const withoutCopies = (files: ReadFile[]): ReadFile[] => [
  ...new Map(files.map((file) => [file.sha256, file])).values(),
];
