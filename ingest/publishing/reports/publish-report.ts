import type { ReadFile } from "../../forms/read-file.ts";
import { type ChangeDraft, insertChanges } from "../changes.ts";
import { type FileFinding, named } from "../file-finding.ts";
import type { Publication } from "../publication.ts";
import { correctionWithoutReason } from "../refusals.ts";
import { loadReport } from "./load-report.ts";
import { mergeReport } from "./merge-report.ts";
import { type Correction, compareFigures, figuresOf } from "./report-figures.ts";
import { storeReport } from "./store-report.ts";

/** Publishes a report in place of the one that stands for its pledge and quarter. Nothing new: no facts, no document. */
export async function publishReport(
  publication: Publication,
  file: ReadFile,
): Promise<{ facts: number; refusals: FileFinding[] }> {
  const { query, municipalityId, release, documents } = publication;
  const later = file.report!;
  const known = await loadReport(query.manager, municipalityId, later.pledgeCode, later.quarter);
  const { added, corrections } = compareFigures(known ? figuresOf(known) : [], figuresOf(later));
  if (corrections.length > 0 && publication.reason === null) {
    return { facts: 0, refusals: named(file, corrections.map(correctionWithoutReason)) };
  }
  if (added.length + corrections.length === 0) return { facts: 0, refusals: [] };
  const documentId = await documents.idOf(file);
  await insertChanges(
    publication,
    corrections.map((correction) => changeOf(correction, documentId)),
  );
  const report = known ? mergeReport(known, later) : later;
  const facts = await storeReport(query.manager, report, { municipalityId, documentId, release });
  documents.note(file, facts, []);
  return { facts, refusals: [] };
}

function changeOf({ before, after }: Correction, documentId: number): ChangeDraft {
  const number = (value: bigint | string | null) => (typeof value === "bigint" ? Number(value) : null);
  const { line, column, quote } = after.origin;
  return {
    ...{ subject: after.subject, key: after.key, measure: after.measure },
    ...{ before: number(before.value), after: number(after.value) },
    ...{ beforeText: before.text, afterText: after.text },
    ...{ documentId, sheet: null, line, column, quote },
  };
}
