import type { Localized } from "../schema/core/localized.ts";
import { sentence } from "../schema/core/sentence.ts";
import { type FindingCode, findingSeverity, type Severity } from "../schema/subjects/release/finding-code.ts";

/**
 * An issue found in a file while it is read or imported. `line`, `column` and `quote` are null if it concerns no
 * single line.
 */
export interface FindingDraft {
  code: FindingCode;
  /** Name of the worksheet; absent in files without sheets. */
  sheet?: string;
  /** Counts from 1. */
  line: number | null;
  /** The cell of the line, from 1. */
  column: number | null;
  /** What is printed there, letter for letter. */
  quote: string | null;
  message: Localized;
  /** How many findings it stands for, if it is not one: those of its code that are not listed. */
  count?: number;
  /** Left out: that of its code. */
  severity?: Severity;
}

/** How grave a finding is: as its code is, unless it is graver or lighter itself. */
export const severityOf = ({ code, severity }: Pick<FindingDraft, "code" | "severity">): Severity =>
  severity ?? findingSeverity[code];

/** The place that a finding cites. */
export interface Place {
  line: number;
  column?: number | null;
  quote: string;
}

/** A finding at a place of the document; `place` is null if it concerns the file as a whole. */
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
  message: sentence({ ko, en }),
});
