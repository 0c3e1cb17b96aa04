import type { DataSource, EntityManager } from "typeorm";
import { Finding } from "../../schema/release/finding.ts";
import { findingSeverity, Severity } from "../../schema/release/finding-code.ts";
import { SourceDocument } from "../../schema/release/source-document.ts";
import { formatQuarter, type QuarterNumber } from "../../schema/scalars/quarter.ts";
import { type GivenFile, type ReadFile, readFile } from "../reading/read-file.ts";
import type { FindingDraft } from "../reading/report/report-draft.ts";
import { type PlannedReport, planReport } from "./plan-report.ts";
import { correctionWithoutReason, duplicateReport, municipalityUnknown } from "./refusals.ts";
import { beginRelease, endRelease, insertRelease } from "./releases.ts";
import { storeReport } from "./store-report.ts";

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
}

/** A finding with the name of its file. */
export interface FileFinding extends FindingDraft {
  document: string;
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
  const files = withoutCopies(request.files.map((file) => readFile(file, { quarter: request.quarter })));
  const findings = files.flatMap((file) => named(file, file.findings));
  const refusal = (found: FileFinding[]): ImportOutcome => ({
    release: null,
    facts: 0,
    refused: true,
    findings: found,
  });
  findings.push(...duplicates(files));
  if (findings.some(isError)) return refusal(findings);
  const query = database.createQueryRunner();
  try {
    await query.startTransaction();
    const release = await beginRelease(query.manager);
    const municipalityId = await municipalityOf(query.manager, request.municipality);
    if (municipalityId === null) {
      const unknown = await municipalityUnknown(query.manager, request.municipality);
      return refusal([...findings, ...named(files[0]!, [unknown])]);
    }
    const plans = [];
    for (const file of files) plans.push(await planReport(query.manager, municipalityId, file));
    const unexplained = request.reason
      ? []
      : plans.flatMap((plan) => named(plan.file, plan.corrections.map(correctionWithoutReason)));
    if (unexplained.length > 0) return refusal([...findings, ...unexplained]);
    const news = plans.filter((plan) => plan.isNew);
    if (news.length === 0) return { release: null, facts: 0, refused: false, findings };
    await insertRelease(query.manager, release, municipalityId, request.reason ?? null);
    let facts = 0;
    for (const plan of news) facts += await publish(query.manager, plan, municipalityId, release);
    await endRelease(query.manager, release);
    if (request.check) return { release: null, facts, refused: false, findings };
    await query.commitTransaction();
    return { release, facts, refused: false, findings };
  } finally {
    if (query.isTransactionActive) await query.rollbackTransaction();
    await query.release();
  }
}

async function publish(
  manager: EntityManager,
  { file, report, corrections }: PlannedReport,
  municipalityId: number,
  release: number,
): Promise<number> {
  const document = await manager.save(
    manager.create(SourceDocument, {
      releaseNumber: release,
      municipalityId,
      name: file.name,
      sha256: file.sha256,
      encoding: file.encoding,
      byteCount: file.bytes.byteLength,
      lineCount: file.lineCount,
      content: file.bytes,
    }),
  );
  await manager.insert(
    Finding,
    file.findings.map(({ message, ...finding }) => ({
      ...finding,
      documentId: document.id,
      severity: findingSeverity[finding.code],
      messageKo: message.ko,
      messageEn: message.en,
    })),
  );
  const number = (value: bigint | string | null) => (typeof value === "bigint" ? Number(value) : null);
  for (const { before, after } of corrections) {
    await manager.query(
      `INSERT INTO change (release_number, municipality_id, subject, key, measure, before, after,
         before_text, after_text, document_id, line, "column", quote)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[release, municipalityId, after.subject, after.key, after.measure],
        ...[number(before.value), number(after.value), before.text, after.text],
        ...[document.id, after.origin.line, after.origin.column, after.origin.quote],
      ],
    );
  }
  return storeReport(manager, report, { municipalityId, documentId: document.id, release });
}

async function municipalityOf(manager: EntityManager, code: string): Promise<number | null> {
  const [row] = await manager.query<{ id: number }[]>(
    "SELECT id FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1",
    [code],
  );
  return row?.id ?? null;
}

function duplicates(files: ReadFile[]): FileFinding[] {
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

const named = (file: ReadFile, findings: FindingDraft[]): FileFinding[] =>
  findings.map((finding) => ({ ...finding, document: file.name }));

/** Whether a finding refuses the import. */
export const isError = (finding: FindingDraft): boolean => findingSeverity[finding.code] === Severity.ERROR;
