import type { QueryRunner } from "typeorm";
import { forms } from "../../schema/feeds.ts";
import { fileSources } from "../forms/file-sources.ts";
import type { ReadFile } from "../forms/read-file.ts";
import { Documents } from "./documents.ts";
import type { FormDifference } from "./feeds/form-difference.ts";
import { identifyOfHub } from "./feeds/identify.ts";
import { publishForm } from "./feeds/publish-form.ts";
import { References } from "./feeds/references.ts";
import { type FileFinding, isBlocking, isError, named } from "./file-finding.ts";
import { findMunicipality } from "./find-municipality.ts";
import type { Publication, ReadingProgress } from "./publication.ts";
import { municipalityUnknown } from "./refusals.ts";
import type { ImportOptions, PastRelease } from "./release-request.ts";
import { beginPublishing, beginRelease, insertRelease } from "./releases.ts";

/** What an import has written before its commit. */
interface Pending extends Pick<Publication, "release" | "municipalityId" | "unattached"> {
  facts: number;
  findings: FileFinding[];
  differences: FormDifference[];
}

/** What is published, and with what. */
interface Publishing {
  /** Code of the municipality. */
  municipality: string;
  reason?: string;
  /** Whether the release is only shown, and never committed. */
  check?: boolean;
  onProgress?: (progress: ReadingProgress) => void;
  options: ImportOptions;
  /** The release that it was before, in another database; default: the next one. */
  past?: PastRelease;
}

/**
 * Writes the contents of all files into the transaction; the findings, with those of `before`, decide whether it is
 * committed. Municipality 0: it is not known.
 */
export async function publishFiles(
  query: QueryRunner,
  files: readonly ReadFile[],
  request: Publishing,
  before: readonly FileFinding[],
): Promise<Pending> {
  const { reason = null, options, onProgress } = request;
  const findings = [...before, ...files.flatMap((file) => named(file, file.findings))];
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
  const isBlocked = () => findings.some((finding) => isBlocking(finding, publication.isPreview));
  for (const form of forms) {
    const outcome = await publishForm(publication, form, sources.get(form) ?? [], isBlocked());
    facts += outcome.facts;
    findings.push(...outcome.findings);
    if (outcome.difference) differences.push(outcome.difference);
  }
  if (!isBlocked()) await documents.complete();
  return { release, municipalityId, facts, findings, differences, unattached: publication.unattached };
}
