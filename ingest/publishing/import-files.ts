import type { DataSource, QueryRunner } from "typeorm";
import { formatQuarter, type QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { feeds } from "../../schema/feeds.ts";
import { type GivenFile, type ReadFile, readFile } from "../forms/read-file.ts";
import { Documents } from "./documents.ts";
import { type FeedSource, publishFeed } from "./feeds/publish-feed.ts";
import { publishDepartments, publishMunicipalities } from "./feeds/publish-identities.ts";
import { type FileFinding, isError, named } from "./file-finding.ts";
import type { Publication, ReadingProgress } from "./publication.ts";
import { duplicateReport, municipalityUnknown } from "./refusals.ts";
import { beginRelease, endRelease, insertRelease } from "./releases.ts";
import { publishReport } from "./reports/publish-report.ts";

/** What is to be imported, and how. */
export interface ImportRequest {
  files: GivenFile[];
  /** Code of the municipality that the files are of. */
  municipality: string;
  /** The quarter of the reports where they do not print it, or to be held against what they print. */
  quarter?: QuarterNumber;
  /** Why published figures are corrected; needed where they are. */
  reason?: string;
  /** Only read and check: nothing is published. */
  check?: boolean;
  /** Is told now and then how far the reading of feeds has come; of a table of any size at least once, at its end. */
  onProgress?: (progress: ReadingProgress) => void;
}

/** How an import went. Refused: an ERROR is among the findings and nothing was loaded. */
export interface ImportOutcome {
  /** Number of the release; null where it was refused, only checked, or nothing was new. */
  release: number | null;
  /** How many facts the release has, or would have. */
  facts: number;
  refused: boolean;
  findings: FileFinding[];
}

/** Reads files, checks them all, and publishes them as one release, or nothing of them. */
export async function importFiles(database: DataSource, request: ImportRequest): Promise<ImportOutcome> {
  const files: ReadFile[] = [];
  for (const file of request.files) files.push(await readFile(file, { quarter: request.quarter }));
  const once = withoutCopies(files);
  const findings = [...once.flatMap((file) => named(file, file.findings)), ...duplicateReports(once)];
  const query = database.createQueryRunner();
  try {
    await query.startTransaction();
    const published = await publishAll(query, once, request);
    findings.push(...published.findings);
    const refused = findings.some(isError);
    const isNews = !refused && published.facts > 0;
    if (isNews && !request.check) {
      await endRelease(query.manager, published.municipalityId!, published.release);
      await query.commitTransaction();
      return { release: published.release, facts: published.facts, refused, findings };
    }
    return { release: null, facts: isNews ? published.facts : 0, refused, findings };
  } finally {
    if (query.isTransactionActive) await query.rollbackTransaction();
    await query.release();
  }
}

/** Writes all that files say into the transaction; whether it stands is decided by the findings. */
async function publishAll(
  query: QueryRunner,
  files: ReadFile[],
  request: ImportRequest,
): Promise<{ release: number; municipalityId: number | null; facts: number; findings: FileFinding[] }> {
  const reason = request.reason ?? null;
  const release = await beginRelease(query.manager);
  const sourcesOf = (name: string): FeedSource[] =>
    files.flatMap((file) =>
      file.feeds.filter((opened) => opened.feed.name === name).map((opened) => ({ file, opened })),
    );
  const published = await publishMunicipalities(query, release, reason, sourcesOf("municipality"));
  let { facts } = published;
  const findings = [...published.findings];
  const municipalityId = await municipalityOf(query, request.municipality);
  if (municipalityId === null) {
    const unknown = await municipalityUnknown(query.manager, request.municipality);
    return { release, municipalityId, facts, findings: [...findings, ...named(files[0]!, [unknown])] };
  }
  await insertRelease(query.manager, release, municipalityId, reason);
  const documents = new Documents(query, release, municipalityId);
  const { onProgress } = request;
  const publication: Publication = { query, release, municipalityId, documents, reason, onProgress };
  for (const feed of feeds) {
    const sources = sourcesOf(feed.name);
    if (sources.length === 0 || feed.name === "municipality") continue;
    const outcome =
      feed.name === "department"
        ? await publishDepartments(publication, sources)
        : await publishFeed(publication, feed, sources);
    facts += outcome.facts;
    findings.push(...outcome.findings);
  }
  for (const file of files.filter((one) => one.report !== null)) {
    const outcome = await publishReport(publication, file);
    facts += outcome.facts;
    findings.push(...outcome.refusals);
  }
  if (!findings.some(isError)) await documents.complete();
  return { release, municipalityId, facts, findings };
}

async function municipalityOf(query: QueryRunner, code: string): Promise<number | null> {
  const [row] = await query.query(
    "SELECT id FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1",
    [code],
  );
  return row?.id ?? null;
}

function duplicateReports(files: ReadFile[]): FileFinding[] {
  const first = new Map<string, ReadFile>();
  return files.flatMap((file) => {
    if (!file.report) return [];
    const key = `${file.report.pledgeCode} ${formatQuarter(file.report.quarter)}`;
    const other = first.get(key);
    first.set(key, other ?? file);
    return other ? named(file, [duplicateReport(file, key, other.name)]) : [];
  });
}

/** Each file once, however often it is named. */
const withoutCopies = (files: ReadFile[]): ReadFile[] => [
  ...new Map(files.map((file) => [file.sha256, file])).values(),
];
