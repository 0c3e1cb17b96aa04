import { formatQuarter } from "../../../../schema/core/scalars/quarter.ts";
import type { CellValue } from "../../../../schema/feeds/cell.ts";
import { type Form, nameOf } from "../../../../schema/feeds/feed.ts";
import { departmentFeed } from "../../../../schema/subjects/department/department-feed.ts";
import {
  contactForm,
  fundingHeadingForm,
  headerForm,
  participationForm,
  reportCheckForm,
  reportedEnrollmentForm,
  reportedFunding,
  reportForm,
  sectionForm,
  statedDateForm,
  statedFigureForm,
  statementForm,
} from "../../../../schema/subjects/report/report-form.ts";
import type { ReadFile } from "../../read-file.ts";
import type { RowPlace, Source } from "../../source.ts";
import type { ReportDraft, SourceLocation, StatementDraft } from "../report-draft.ts";
import { statedFacts } from "../statements/stated/stated-facts.ts";
import { fundingRow } from "./funding-row.ts";
import { cellOf, type ReportRow } from "./report-row.ts";

/** The rows that a report has for each form, in the columns of its tables. */
export function reportSources(file: ReadFile, report: ReportDraft): Map<Form, Source> {
  return new Map(rowsOf(report).map(([form, rows]) => [form, reportSource(file, report, rows)]));
}

function rowsOf(report: ReportDraft): [Form, ReportRow[]][] {
  const { pledgeCode, quarter } = report;
  const sections = report.sections.flatMap(({ kind, statements }) => statementRows(report, kind, statements));
  const { figures, dates } = statedFacts(report.sections, quarter);
  const row = (
    key: (string | null)[],
    values: CellValue[],
    origin: SourceLocation,
    cells: ReportRow["cells"] = {},
  ): ReportRow => ({
    ...{ line: origin.line, key, cells },
    values: [pledgeCode, quarter, ...values, origin.column, origin.quote],
  });
  return [
    [departmentFeed, departmentRows(report)],
    [headerForm, [headerRow(report)]],
    [
      contactForm,
      report.contacts.map(({ role, familyName, extension, origin }, at) =>
        row([role], [role, at, familyName, extension], origin, {
          family_name: cellOf(origin, familyName),
          extension: cellOf(origin, extension),
        }),
      ),
    ],
    [
      statementForm,
      [
        ...sections,
        ...statementRows(report, "PROBLEM", report.problems),
        ...statementRows(report, "REMEDY", report.remedies),
      ],
    ],
    [sectionForm, report.sections.map(({ kind, title, origin }) => row([kind], [kind, title], origin))],
    [
      participationForm,
      report.participation.map(({ kind, count, state, origin }) =>
        row([kind], [kind, count, state], origin, { count: cellOf(origin) }),
      ),
    ],
    [reportedFunding, report.funding.map((line) => fundingRow(report, line))],
    [
      fundingHeadingForm,
      report.fundingHeading ? [row([], [report.fundingHeading.title], report.fundingHeading.origin)] : [],
    ],
    [
      reportedEnrollmentForm,
      report.enrollments.map(({ section, kind, learners, planned, origin }, at) =>
        row([section], [section, at, kind, learners, planned], origin),
      ),
    ],
    [
      statedFigureForm,
      figures.map(({ section, statement, value, unit, label, planned, origin }, at) =>
        row([section], [section, at, statement, value, unit, label, planned], origin),
      ),
    ],
    [
      statedDateForm,
      dates.map(({ section, statement, start, end, precision, planned, origin }, at) =>
        row([section], [section, at, statement, start, end, precision, planned], origin),
      ),
    ],
    [reportCheckForm, checkRows(report)],
    [reportForm, [{ line: report.titleOrigin.line, key: [], cells: {}, values: [pledgeCode, quarter] }]],
  ];
}

const departmentRows = ({ department, departmentOrigin: origin }: ReportDraft): ReportRow[] =>
  department === null
    ? []
    : [{ line: origin!.line, key: [], values: [department], cells: { name: cellOf(origin!) } }];

const headerRow = (report: ReportDraft): ReportRow => ({
  ...{ line: report.titleOrigin.line, key: [] },
  values: [report.pledgeCode, report.title, report.department, report.quarter, null],
  cells: {
    code: cellOf(report.titleOrigin, report.pledgeCode),
    title: cellOf(report.titleOrigin, report.title),
    ...(report.department !== null && {
      department: cellOf(report.departmentOrigin!, report.department),
    }),
  },
});

const statementRows = (
  { pledgeCode, quarter }: ReportDraft,
  part: string,
  statements: StatementDraft[],
): ReportRow[] =>
  statements.map(({ text, depth, parent, origin: { line, column, quote } }, position) => ({
    ...{ line, key: [part], cells: { statements: { line, column, quote } } },
    values: [pledgeCode, quarter, part, position, text, parent, depth, column, quote],
  }));

const checkRows = ({ pledgeCode, quarter, titleOrigin, checks }: ReportDraft): ReportRow[] =>
  checks.map(({ name, expected, actual, holds }, position) => ({
    ...{ line: titleOrigin.line, key: [], cells: {} },
    values: [pledgeCode, quarter, position, name.ko, name.en, expected, actual, holds],
  }));

function reportSource(file: ReadFile, { pledgeCode, quarter }: ReportDraft, rows: ReportRow[]): Source {
  // Of a key the first parts are those of the report itself; of a group the first row stands for all.
  const rowAt = ({ key }: RowPlace): ReportRow => {
    const own = key?.slice(2) ?? [];
    return rows.find((row) => own.every((part, index) => row.key[index] === part))!;
  };
  return {
    ...{ file, sheet: null, shareRead: 1, findings: [] },
    rows: () => (rows.length > 0 ? [rows.map(({ line, values }) => ({ line, values: [...values] }))] : []),
    cell: (place, field) => {
      const { line, cells } = rowAt(place);
      return cells[field] ?? { line, column: null, quote: "" };
    },
    keyOf: (place) => {
      const { key, keyText = key.join(" ") } = rowAt(place);
      return [pledgeCode, formatQuarter(quarter), keyText].join(" ").trim();
    },
    nameOf: (place, column) => rowAt(place).nameOf?.(column) ?? nameOf(column),
  };
}
