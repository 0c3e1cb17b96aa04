import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Cell } from "../panel-table/cell.ts";
import type { TableColumn } from "../panel-table/panel-table.ts";

/** A table to be downloaded. */
interface ExportTable {
  columns: TableColumn[];
  rows: Record<string, Cell>[];
}

const labels = {
  numerator: { ko: "분자", en: "numerator" },
  denominator: { ko: "분모", en: "denominator" },
};

/** The same table with numerator and denominator in columns of their own, right of each rate. */
export function withRateParts({ columns, rows }: ExportTable, language: LanguageCode): ExportTable {
  const parts = ["numerator", "denominator"] as const;
  const placeOf = (name: string, part: string) => `${name} ${part}`;
  const rates = columns.filter(({ partsUnit }) => partsUnit !== null);
  return {
    columns: columns.flatMap((column) => {
      if (column.partsUnit === null) return [column];
      const beside = parts.map((part) => ({
        name: placeOf(column.name, part),
        label: `${column.label} ${labels[part][language]}`,
        unit: column.partsUnit,
        partsUnit: null,
        isFigure: true,
      }));
      return [column, ...beside];
    }),
    rows: rows.map((row) => {
      const beside = rates.flatMap(({ name }) =>
        parts.map((part) => {
          const cell = row[name]!;
          const value = cell.ratio?.[part] ?? null;
          return [placeOf(name, part), { ...cell, value, text: value === null ? cell.text : String(value) }];
        }),
      );
      return { ...row, ...Object.fromEntries(beside) };
    }),
  };
}
