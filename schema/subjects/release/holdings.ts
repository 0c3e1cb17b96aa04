import { inLanguage, textLanguage } from "../../core/language.ts";
import { lastDayOfQuarter } from "../../core/scalars/quarter.ts";
import { DateScalar } from "../../core/scalars/scalars.ts";
import type { Form, FormColumn } from "../../feeds/feed.ts";
import { formatTime, formatValue } from "../../feeds/format-value.ts";
import {
  type ComputedField,
  type EntityField,
  entity,
  integer,
  type ListField,
  value,
} from "../../sql/entity.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { ArgumentValues } from "../../sql/row-sql.ts";
import { ChangeSubject } from "./change-subject.ts";
import { holdingSums, reportedSql } from "./holding-sums.ts";
import { joinDocument, sourceDocument } from "./source-document.ts";

/** The field `holdings` of a municipality; `forms` are all kinds of data. */
export function holdings(forms: readonly Form[]): ListField {
  const formOf = (subject: string) => forms.find((form) => form.subject === subject)!;
  const holding = entity(
    "Holding",
    {
      ko: "한 지자체에 대해 한 종류의 자료가 어디까지 와 있는가.",
      en: "Status of one kind of data of a municipality.",
    },
    {
      subject: value(() => ChangeSubject, "subject", "무엇에 대한 자료인가.", "Subject of the data."),
      name: {
        is: "computed",
        type: () => String,
        nullable: false,
        description: { ko: "자료의 이름.", en: "Display name of the data." },
        arguments: { language: textLanguage },
        inputs: { subject: (row) => `${row}.subject` },
        compute: ({ subject }, { language }) => inLanguage(formOf(subject).title, language),
      },
      rows: integer(
        "rows",
        "지금 유효한 행의 수. 보고된 것이 없으면 0.",
        "Number of valid rows; 0 if nothing is reported.",
      ),
      latestPeriod: {
        is: "computed",
        type: () => String,
        nullable: true,
        description: {
          ko: "수치나 상태가 보고된 가장 늦은 때. 예: 2025년 4/4분기. 때가 없는 자료거나 보고된 것이 없으면 null.",
          en: "The latest period that a figure or state is reported for, e.g. Q4 2025; null for data without periods, or if nothing is reported.",
        },
        arguments: { language: textLanguage },
        inputs: { subject: (row) => `${row}.subject`, period: (row) => `${row}.period` },
        compute: ({ subject, period }, { language }) => {
          const form = formOf(subject);
          const column = form.columns.find(({ field }) => field === form.period);
          if (!column || period === null) return null;
          return formatValue(column, formatTime(column, period), language);
        },
      },
      nextPeriod: nextPeriod(formOf, {
        type: () => String,
        description: {
          ko: "그다음 때, 곧 다음에 보고될 차례. 날마다 쌓이는 자료와 때가 없는 자료, 보고된 것이 없는 자료는 null.",
          en: "The period after it, the next to be reported; null for data that accumulate by day, have no periods, or of which nothing is reported.",
        },
        arguments: { language: textLanguage },
        of: (column, stored, { language }) => formatValue(column, formatTime(column, stored), language),
      }),
      nextPeriodEnd: nextPeriod(formOf, {
        type: () => DateScalar,
        description: {
          ko: "그 때의 마지막 날. 그 뒤로는 보고가 있어야 합니다.",
          en: "The last day of that period: afterwards its data are due.",
        },
        of: ({ type }, stored) => lastDayOf(type.is, stored),
      }),
      document: {
        is: "link",
        to: sourceDocument,
        nullable: true,
        join: joinDocument,
        description: {
          ko: "유효한 행이 적힌 가장 새 문서. 공표 시각은 그 회차에 있습니다. 보고된 것이 없으면 null.",
          en: "The newest document that valid rows come from; its release has the time. Null if nothing is reported.",
        },
      } satisfies EntityField,
    },
  );
  return {
    is: "list",
    size: { elements: 20 },
    of: holding,
    rows: (alias, scope, _, row) => ({
      from: `(${forms.map((form, place) => statusOf(form, place, scope, row)).join(" UNION ALL ")}) AS ${alias}`,
      where: "true",
      order: `${alias}.place`,
    }),
    description: {
      ko: "자료의 종류마다 어디까지 와 있는가. 보고된 것이 없는 종류도 나옵니다.",
      en: "Status of each kind of data, including those with nothing reported.",
    },
  };
}

/** A field about the period after the latest one; null if there is none. */
function nextPeriod(
  formOf: (subject: string) => Form,
  field: Pick<ComputedField, "type" | "description" | "arguments"> & {
    of: (column: FormColumn, stored: number, values: ArgumentValues) => string;
  },
): ComputedField {
  const { of, ...declared } = field;
  return {
    is: "computed",
    nullable: true,
    ...declared,
    inputs: { subject: (row) => `${row}.subject`, period: (row) => `${row}.period` },
    compute: ({ subject, period }, values) => {
      const form = formOf(subject);
      const column = form.columns.find((one) => one.field === form.period);
      if (!column || !["quarter", "month", "year"].includes(column.type.is) || period === null) return null;
      return of(column, Number(period) + 1, values);
    },
  };
}

/** The last day of a quarter, month or year as tables store them. */
function lastDayOf(period: string, stored: number): string {
  if (period === "quarter") return lastDayOfQuarter(stored);
  const [year, month] = period === "year" ? [stored, 12] : [Math.floor(stored / 12), (stored % 12) + 1];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** SQL of one row: the status of one kind of data of the municipality of `row`. Ids of documents increase with publication. */
function statusOf(form: Form, place: number, scope: QueryScope, row: string): string {
  const { subject, table, period, stored } = form;
  const begin = `SELECT '${subject}' AS subject, ${place} AS place, ${row}.id AS municipality_id`;
  const sums = scope.isSummed ? holdingSums(form) : null;
  if (sums)
    return `${begin}, coalesce(sum(line_count), 0)::integer AS rows,
      to_json(max(period) FILTER (WHERE is_reported)) AS period, max(document) AS document_id
    FROM ${sums.table} WHERE ${scope.ofMunicipality(sums.table, `${row}.id`)} AND ${scope.valid(sums.table)}`;
  const latest = period ? `to_json(max("${period}") FILTER (WHERE ${reportedSql(form)}))` : "NULL::json";
  return `${begin},
      count(${stored?.sameRow ? `DISTINCT ${stored.sameRow}` : "*"})::integer AS rows, ${latest} AS period,
      max(document_id) AS document_id
    FROM ${table} WHERE ${scope.ofMunicipality(table, `${row}.id`)} AND ${scope.valid(table)}${stored?.where ? ` AND ${stored.where}` : ""}`;
}
