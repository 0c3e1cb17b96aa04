import type { EntityManager } from "typeorm";
import type { ReadFile } from "../reading/read-file.ts";
import type { ReportDraft } from "../reading/report/report-draft.ts";
import { loadReport } from "./load-report.ts";
import { mergeReport } from "./merge-report.ts";
import { type Correction, compareFigures, figuresOf } from "./report-figures.ts";

/** What publishing a file would do. */
export interface PlannedReport {
  file: ReadFile;
  /** The report as it would stand. */
  report: ReportDraft;
  /** Whether it says anything that is not known yet. */
  isNew: boolean;
  /** Published values that it states differently. */
  corrections: Correction[];
}

/** Holds a report against the one that stands for its pledge and quarter. */
export async function planReport(
  manager: EntityManager,
  municipalityId: number,
  file: ReadFile,
): Promise<PlannedReport> {
  const later = file.report!;
  const known = await loadReport(manager, municipalityId, later.pledgeCode, later.quarter);
  if (!known) return { file, report: later, isNew: true, corrections: [] };
  const { added, corrections } = compareFigures(figuresOf(known), figuresOf(later));
  const isNew = added.length + corrections.length > 0;
  return { file, report: mergeReport(known, later), isNew, corrections };
}
