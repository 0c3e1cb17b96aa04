import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import type { Cites } from "../../schema/panels/cites.ts";
import type { Cell } from "../panel-table/cell.ts";
import type { Coverage, TableColumn } from "../panel-table/panel-table.ts";

/** How the values of a column are written: general is a number without a format, a share is a fraction (0.1 is 10 %), days and months are written 2025-01-31 and 2025-01. */
export type FileKind = "text" | "general" | "number" | "amount" | "share" | "day" | "month" | "time";

/** A column of a file. Its values are of one kind, or null. */
export interface FileColumn {
  heading: string;
  kind: FileKind;
}

/** Something that holds for all rows of a file. */
export interface ContextItem {
  label: string;
  value: string | number | null;
  kind: FileKind;
}

/** What a file is of. */
export interface FileContext {
  /** Municipality, choices, release and coverage. */
  items: ContextItem[];
  /** What the coverage of each row counts; null if rows do not state it. */
  coverageUnit: string | null;
  cites: Cites | null;
  /** Whether rows lead to the facts behind them. */
  hasFacts: boolean;
}

/** A table to be written to a file: one row per row of the panel, and nothing else. */
export interface FileTable {
  columns: FileColumn[];
  rows: (string | number | null)[][];
}

/** A row of a panel and what stands beside it in a file. */
export interface FileRow {
  cells: Record<string, Cell>;
  coverage: Coverage | null;
  /** The place that the row was read from; empty for an aggregate. */
  source: Partial<Record<keyof Cites, string | number | null>>;
  /** Path of the page with the facts behind the row; null where there is none. */
  facts: string | null;
}

type Values = (row: FileRow) => string | number | null;
type Part = FileColumn & { value: Values };

const labels = {
  numerator: { ko: "분자", en: "numerator" },
  denominator: { ko: "분모", en: "denominator" },
  reason: { ko: "값이 없는 까닭", en: "why there is none" },
  reporting: { ko: "보고됨", en: "Reporting" },
  expected: { ko: "보고 대상", en: "Expected" },
  facts: { ko: "근거(허브 주소)", en: "Facts (path on the hub)" },
};

/** Headings of the columns that cite the place of a row, in their order. */
const citeLabels: Record<keyof Cites, Localized> = {
  document: { ko: "출처 문서", en: "Source document" },
  sheet: { ko: "출처 시트", en: "Source sheet" },
  line: { ko: "출처 줄", en: "Source line" },
  column: { ko: "출처 칸", en: "Source cell" },
  quote: { ko: "출처에 적힌 글", en: "Source quote" },
  address: { ko: "출처(허브 주소)", en: "Source (path on the hub)" },
};

const withUnit = (label: string, unit: string | null): string => (unit ? `${label}(${unit})` : label);

/**
 * Sets out rows for a file. Figures are numbers or nothing, and a column beside each says why there is none; rates come
 * with their parts; the context, the same in all rows, fills the last columns.
 */
export function fileTable(
  columns: readonly TableColumn[],
  rows: readonly FileRow[],
  context: FileContext,
  language: LanguageCode,
): FileTable {
  const parts: Part[] = [
    ...columns.flatMap((column) => partsOf(column, language)),
    ...coverageParts(context.coverageUnit, language),
    ...sourceParts(context.cites, language),
    ...(context.hasFacts
      ? [{ heading: labels.facts[language], kind: "text" as const, value: ({ facts }: FileRow) => facts }]
      : []),
  ];
  const headings = new Set(parts.map(({ heading }) => heading));
  for (const { label, value, kind } of context.items)
    if (!headings.has(label)) parts.push({ heading: label, kind, value: () => value });
  return {
    columns: parts.map(({ heading, kind }) => ({ heading, kind })),
    rows: rows.map((row) => parts.map(({ value }) => value(row))),
  };
}

/** The columns of a file that a column of the panel becomes. */
function partsOf(
  { name, label, unit, partsUnit, kind, isFigure }: TableColumn,
  language: LanguageCode,
): Part[] {
  const of = (cellOf: (cell: Cell) => string | number | null): Values => {
    return ({ cells }) => (cells[name] ? cellOf(cells[name]) : null);
  };
  const value = of((cell) => (isWords(kind) ? wordsOf(cell) : cell.value));
  const main: Part = { heading: withUnit(label, unit), kind: kindOf(kind), value };
  if (!isFigure || kind === "number") return [main];
  const ratioParts = (["numerator", "denominator"] as const).map(
    (part): Part => ({
      heading: withUnit(`${label} ${labels[part][language]}`, partsUnit),
      kind: "number",
      value: of(({ ratio }) => ratio?.[part] ?? null),
    }),
  );
  const reason: Part = {
    heading: `${label} ${labels.reason[language]}`,
    kind: "text",
    value: of((cell) => (cell.value === null ? cell.text : null)),
  };
  return [main, ...(kind === "rate" ? ratioParts : []), reason];
}

const isWords = (kind: TableColumn["kind"]): boolean =>
  ["text", "choice", "link", "period", "day"].includes(kind);

/** A word for what is missing stays, as 임기 전후; a dash is nothing. */
const wordsOf = ({ value, text }: Cell): string | null => (value === null && text === "–" ? null : text);

function kindOf(kind: TableColumn["kind"]): FileKind {
  if (kind === "rate" || kind === "fraction") return "share";
  if (kind === "money") return "amount";
  if (kind === "count" || kind === "number" || kind === "amount") return "number";
  return kind === "day" || kind === "month" || kind === "time" ? kind : "text";
}

/** How many have reported, in a table whose rows state it themselves. */
function coverageParts(unit: string | null, language: LanguageCode): Part[] {
  if (unit === null) return [];
  return (["reporting", "expected"] as const).map((part) => ({
    heading: withUnit(labels[part][language], unit),
    kind: "number",
    value: ({ coverage }) => coverage?.[part] ?? null,
  }));
}

function sourceParts(cites: Cites | null, language: LanguageCode): Part[] {
  const parts = Object.keys(citeLabels) as (keyof Cites)[];
  return parts
    .filter((part) => cites?.[part] !== undefined)
    .map((part) => ({
      heading: citeLabels[part][language],
      kind: part === "line" || part === "column" ? "number" : "text",
      value: ({ source }) => source[part] ?? null,
    }));
}
