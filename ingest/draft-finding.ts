import type { FindingCode } from "../schema/subjects/release/finding-code.ts";
import type { FindingDraft } from "./forms/report/report-draft.ts";

/** The place that a finding cites. */
export interface Place {
  line: number;
  column?: number | null;
  quote: string;
}

/** A finding at a place of the document; `place` is null where none is meant. */
export const draftFinding = (
  code: FindingCode,
  place: Place | null,
  ko: string,
  en: string,
): FindingDraft => ({
  code,
  line: place?.line ?? null,
  column: place?.column ?? null,
  quote: place?.quote ?? null,
  message: { ko, en },
});
