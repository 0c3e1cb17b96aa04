import type { ReportDraft } from "../../../ingest/forms/report/report-draft.ts";

/** What a report says, without where, and without the words that are printed clean: headings, labels of periods. */
export const contentOf = (report: ReportDraft) =>
  JSON.parse(
    JSON.stringify(
      {
        ...report,
        sections: report.sections.map(({ kind, statements }) => ({ kind, statements })),
        checks: report.checks.map(({ expected, actual }) => ({ expected, actual })),
      },
      (key, value) =>
        /origin|label/i.test(key) ? undefined : typeof value === "bigint" ? String(value) : value,
    ),
  );

/** Findings on what a report says. A report may lack parts, as a result of which its print does. */
export const aboutContent = ["SUM_MISMATCH", "WEEKDAY_MISMATCH", "PERIOD_AFTER_REPORT", "PART_MISSING"];
