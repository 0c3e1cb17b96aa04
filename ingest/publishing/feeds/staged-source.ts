import type { LimitedFindings } from "../../forms/feed/limited-findings.ts";
import type { Source } from "../../forms/source.ts";

/** A source whose rows are staged, under the id of its document. */
export interface StagedSource {
  documentId: number;
  source: Source;
  /** Unknown names and codes in it. */
  unknown: LimitedFindings;
}

/** The source of a row by where it was read. */
export const stagedAt = (
  sources: readonly StagedSource[],
  place: { documentId: number; sheet: string | null },
): Source =>
  sources.find(({ documentId, source }) => documentId === place.documentId && source.sheet === place.sheet)!
    .source;
