import { declareEnum } from "../../core/enum-words.ts";

/** Severity of a finding: an ERROR rejects the whole import, the others are published with the facts. */
export enum Severity {
  ERROR = "ERROR",
  WARNING = "WARNING",
  NOTE = "NOTE",
}
/** Labels of the severities. */
export const severityWords = declareEnum(Severity, {
  name: "Severity",
  description: { ko: "얼마나 무거운가.", en: "Severity of a finding." },
  values: {
    ERROR: {
      ko: "오류",
      en: "Error",
      meaning: { ko: "파일 전체를 가져오지 않았습니다.", en: "Nothing was imported." },
    },
    WARNING: {
      ko: "경고",
      en: "Warning",
      meaning: { ko: "가져왔으나 틀렸을 수 있습니다.", en: "Imported, but possibly wrong." },
    },
    NOTE: {
      ko: "알림",
      en: "Note",
      meaning: { ko: "가져왔고 알아 둘 점입니다.", en: "Imported; worth knowing." },
    },
  },
});

/** All reasons for an import to reject or flag something, each with its usual severity. */
export const findingSeverity = {
  REPORT_YEAR_NOT_PRINTED: Severity.NOTE,
  CELLS_TRANSPOSED: Severity.NOTE,
  PERIOD_AFTER_REPORT: Severity.WARNING,
  PERIOD_INCOMPLETE: Severity.NOTE,
  NAME_VARIANT: Severity.NOTE,
  NAME_TRUNCATED: Severity.NOTE,
  MARKUP_BROKEN: Severity.NOTE,
  QUOTE_UNBALANCED: Severity.NOTE,
  WEEKDAY_MISMATCH: Severity.WARNING,
  SUM_MISMATCH: Severity.WARNING,
  RATIO_ABOVE_ONE: Severity.WARNING,
  BUSINESS_NUMBER_INVALID: Severity.WARNING,
  HIDDEN_CONTENT: Severity.NOTE,
  VALUE_IMPLAUSIBLE: Severity.WARNING,
  NO_FIGURE: Severity.NOTE,
  CONTENT_IGNORED: Severity.NOTE,
  UNPLACED_TEXT: Severity.WARNING,
  PART_MISSING: Severity.WARNING,
  UNUSUAL_CHANGE: Severity.NOTE,
  FILE_UNREADABLE: Severity.ERROR,
  FORM_UNKNOWN: Severity.ERROR,
  ENCODING_INVALID: Severity.ERROR,
  HEADER_UNKNOWN: Severity.ERROR,
  UNIT_MISSING: Severity.ERROR,
  NOT_A_NUMBER: Severity.ERROR,
  NOT_A_DATE: Severity.ERROR,
  VALUE_UNKNOWN: Severity.ERROR,
  VALUE_MISSING: Severity.ERROR,
  PERIOD_MISMATCH: Severity.ERROR,
  DUPLICATE_KEY: Severity.ERROR,
  UNKNOWN_REFERENCE: Severity.ERROR,
  CORRECTION_WITHOUT_REASON: Severity.ERROR,
  MAPPING_INVALID: Severity.ERROR,
  MAPPING_REMEMBERED: Severity.NOTE,
} as const;

export type FindingCode = keyof typeof findingSeverity;
export const FindingCode = Object.fromEntries(Object.keys(findingSeverity).map((code) => [code, code])) as {
  [Code in FindingCode]: Code;
};
