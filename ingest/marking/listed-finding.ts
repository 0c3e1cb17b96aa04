import { Severity } from "../../schema/subjects/release/finding-code.ts";
import { severityOf } from "../draft-finding.ts";
import type { FileFinding } from "../publishing/file-finding.ts";

/** A cell of a marked workbook. */
export interface MarkedPlace {
  sheet: string;
  /** B12 */
  address: string;
}

/** A finding with the marked cell that it leads to. */
export interface ListedFinding {
  finding: FileFinding;
  /** Undefined if it concerns no single cell, or its file could not be marked. */
  place?: MarkedPlace;
  /** Name of the workbook with the cell; undefined if it is the one with the list. */
  workbook?: string;
}

/** Findings beyond are neither marked nor listed one by one. */
export const mostListed = 10_000;

const grave: Record<Severity, number> = { ERROR: 0, WARNING: 1, NOTE: 2 };

/** Findings by severity, then in the order in which they stand in their files. */
export const bySeverity = (findings: readonly FileFinding[]): FileFinding[] =>
  findings.toSorted((one, other) => grave[severityOf(one)] - grave[severityOf(other)]);

/** How many findings there are of a severity, those included that are only counted. */
export const countOf = (findings: readonly FileFinding[], severity: Severity): number =>
  findings
    .filter((finding) => severityOf(finding) === severity)
    .reduce((sum, { count = 1 }) => sum + count, 0);

/** 오류 2건, 경고 1건, 알림 0건 · in English */
export function countsOf(findings: readonly FileFinding[]): { ko: string; en: string } {
  const [errors, warnings, notes] = [Severity.ERROR, Severity.WARNING, Severity.NOTE].map((one) =>
    countOf(findings, one),
  );
  return {
    ko: `오류 ${errors}건, 경고 ${warnings}건, 알림 ${notes}건입니다.`,
    en: `Errors: ${errors}, warnings: ${warnings}, notes: ${notes}.`,
  };
}
