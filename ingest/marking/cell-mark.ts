import type { Severity } from "../../schema/subjects/release/finding-code.ts";

/** What is found at a place of a sheet. */
export interface CellMark {
  /** Row of the sheet, from 1. */
  line: number;
  /** From 1; null if it concerns the row as a whole: its first cell with content is marked. */
  column: number | null;
  severity: Severity;
  /** The comment. */
  text: string;
}

/** A cell with all that is found there. */
export interface MarkedCell extends CellMark {
  column: number;
  /** B12 */
  address: string;
}

const grave: Record<Severity, number> = { ERROR: 2, WARNING: 1, NOTE: 0 };

/** The graver of two severities. */
export const graver = (one: Severity, other: Severity): Severity =>
  grave[one] >= grave[other] ? one : other;

/** Fills by severity; in colours that hardly anyone selects, so that they are recognised when a file is marked again. */
export const markColours: Record<Severity, string> = {
  ERROR: "FFFFC9C9",
  WARNING: "FFFFECB0",
  NOTE: "FFD9E8FB",
};
