import type { Form } from "../../../schema/feeds/feed.ts";
import { LimitedFindings } from "../../forms/feed/limited-findings.ts";
import type { Source } from "../../forms/source.ts";
import type { Publication } from "../publication.ts";
import type { FactTable } from "./fact-table.ts";
import { findSilentReporters } from "./silent-reporters.ts";
import { type StagedSource, stagedAt } from "./staged-source.ts";
import { findUnusualFigures } from "./unusual-figures.ts";
import { figureFinding, silenceFinding } from "./unusual-findings.ts";

/** The files of a release, and the parts of its bulk load. */
export interface ReleaseRows {
  sources: StagedSource[];
  parts: readonly string[];
}

/**
 * Notes on rows of this release that are unusual beside what was published before, by source. Call it once they are
 * merged. Reports are not compared: their amounts are those of the whole term.
 */
export async function findUnusualChanges(
  publication: Publication,
  form: Form,
  table: FactTable,
  { sources, parts }: ReleaseRows,
): Promise<ReadonlyMap<Source, LimitedFindings>> {
  const findings = new Map<Source, LimitedFindings>();
  if (form.period === undefined || !("name" in form) || form.identifies !== undefined) return findings;
  const findingsAt = (place: { documentId: number; sheet: string | null }) => {
    const source = stagedAt(sources, place);
    const ofSource = findings.get(source) ?? new LimitedFindings(source.sheet);
    findings.set(source, ofSource);
    return { source, ofSource };
  };
  for (const figures of await findUnusualFigures(publication, form, table)) {
    const { source, ofSource } = findingsAt(figures[0]!);
    const { place, ko, en } = figureFinding(form, figures, source);
    ofSource.add("UNUSUAL_CHANGE", place, ko, en);
  }
  const silence = await findSilentReporters(publication, form, table, parts);
  if (silence) {
    const { source, ofSource } = findingsAt(silence);
    const { place, ko, en } = silenceFinding(form, silence, source);
    ofSource.add("UNUSUAL_CHANGE", place, ko, en);
  }
  return findings;
}
