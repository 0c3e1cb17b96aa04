import { Severity } from "../../schema/subjects/release/finding-code.ts";
import { type FindingDraft, severityOf } from "../draft-finding.ts";

/** A finding with the name of its file. */
export interface FileFinding extends FindingDraft {
  document: string;
}

/** The findings of a file under its name. */
export const named = (file: { name: string }, findings: FindingDraft[]): FileFinding[] =>
  findings.map((finding) => ({ ...finding, document: file.name }));

/** Whether a finding refuses the import. */
export const isError = (finding: FindingDraft): boolean => severityOf(finding) === Severity.ERROR;

/**
 * Whether a finding keeps rows from being published. A missing reason does not in a preview, which shows what the
 * release would be once it is given.
 */
export const isBlocking = (finding: FindingDraft, isPreview: boolean): boolean =>
  isError(finding) && !(isPreview && finding.code === "CORRECTION_WITHOUT_REASON");
