import type { FileFinding } from "../../ingest/publishing/file-finding.ts";
import type { ImportOutcome } from "../../ingest/publishing/import-files.ts";
import type { HubError } from "../../schema/core/hub-error.ts";
import { findingSeverity, Severity } from "../../schema/subjects/release/finding-code.ts";

const severityNames = { ERROR: "오류", WARNING: "경고", NOTE: "알림" };

/** A finding as one line of JSON. */
export function asJson({ code, document, sheet, line, column, quote, message, count }: FileFinding): string {
  const severity = findingSeverity[code];
  return JSON.stringify({
    ...{ code, severity, document, sheet: sheet ?? null, line, column, quote, message },
    ...(count !== undefined && { count }),
  });
}

/** A finding as text: place, problem and fix, in Korean and English. */
export function asText({ code, document, sheet, line, column, quote, message }: FileFinding): string {
  const place = [document, sheet ?? null, line, line === null ? null : column]
    .filter((part) => part !== null)
    .join(":");
  const shown = quote && (quote.length > 100 ? `${quote.slice(0, 100)}…` : quote);
  return [
    `${severityNames[findingSeverity[code]]} ${code} ${place}`,
    ...(shown ? [`  > ${shown}`] : []),
    `  ${message.ko}`,
    `  ${message.en}`,
  ].join("\n");
}

/** The lines of an import that an error of the hub ended, as JSON: the error, and the last line. */
export function failureAsJson({ code, text, remedy }: HubError): string[] {
  const message = { ko: `${text.ko} ${remedy.ko}`, en: `${text.en} ${remedy.en}` };
  const place = { document: null, sheet: null, line: null, column: null, quote: null };
  return [
    JSON.stringify({ code, severity: Severity.ERROR, ...place, message }),
    JSON.stringify({ release: null, facts: 0, errors: 1, warnings: 0, notes: 0 }),
  ];
}

/** The last line of an import: JSON with --json, else a sentence in Korean and English. */
export function summaryOf(
  outcome: Omit<ImportOutcome, "differences" | "isPreviewed">,
  options: { json?: boolean; check?: boolean },
): string {
  const count = (severity: Severity) =>
    outcome.findings
      .filter((finding) => findingSeverity[finding.code] === severity)
      .reduce((sum, finding) => sum + (finding.count ?? 1), 0);
  const errors = count(Severity.ERROR);
  const warnings = count(Severity.WARNING);
  const notes = count(Severity.NOTE);
  const { release, facts } = outcome;
  if (options.json) return JSON.stringify({ release, facts, errors, warnings, notes });
  const found = {
    ko: `경고 ${warnings}, 알림 ${notes}`,
    en: `${counted(warnings, "warning")}, ${counted(notes, "note")}`,
  };
  if (outcome.refused) {
    return `오류 ${errors}건으로 아무것도 가져오지 않았습니다(${found.ko}).\n${counted(errors, "error")}: nothing was imported (${found.en}).`;
  }
  if (facts === 0) {
    return `이미 아는 내용과 같아 바뀐 것이 없습니다(${found.ko}).\nNothing new: the hub already knows all of it (${found.en}).`;
  }
  if (options.check) {
    return `검사만 했습니다. 가져오면 사실 ${facts}건입니다(${found.ko}).\nOnly checked: importing would publish ${facts} facts (${found.en}).`;
  }
  return `공표했습니다: 회차 ${release}, 사실 ${facts}건(${found.ko}).\nPublished release ${release} with ${facts} facts (${found.en}).`;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;
