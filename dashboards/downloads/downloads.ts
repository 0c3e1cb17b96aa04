import writeXlsxFile from "write-excel-file/node";
import { csvFile } from "../../schema/core/csv.ts";
import type { Localized } from "../../schema/core/localized.ts";
import type { Problem } from "../../schema/core/problem.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { pngOf } from "../drawing/png.ts";
import type { Cell } from "../panel-table/cell.ts";
import type { TableColumn } from "../panel-table/panel-table.ts";
import type { PanelExport } from "./export-panel.ts";

/** A format that panels can be downloaded in: /panels/NAME.ENDING. */
export interface Download {
  name: Localized;
  type: string;
  /** Whether there is such a thing of a panel. */
  of(panel: Panel): boolean;
  /** Null where the panel has no picture. */
  make(taken: PanelExport): Promise<string | Buffer | null>;
}

/** Said in the place of the picture of a table. */
export const noPicture: Problem = {
  code: "PICTURE_NONE",
  text: { ko: "이 패널은 표라서 그림이 없습니다.", en: "This panel is a table and has no picture." },
  remedy: { ko: "CSV나 XLSX로 내려받으십시오.", en: "Take it away as CSV or XLSX." },
};

const anyPanel = () => true;
const drawn = (panel: Panel) => panel.chart.kind !== "table";

/** All forms, by the ending of the address. */
export const downloads: Readonly<Record<string, Download>> = {
  csv: {
    name: { ko: "표(CSV)", en: "Table (CSV)" },
    type: "text/csv; charset=utf-8",
    of: anyPanel,
    make: csvOf,
  },
  xlsx: {
    name: { ko: "표(XLSX)", en: "Table (XLSX)" },
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    of: anyPanel,
    make: xlsxOf,
  },
  json: {
    name: { ko: "자료(JSON)", en: "Data (JSON)" },
    type: "application/json; charset=utf-8",
    of: anyPanel,
    make: async ({ answer }) => JSON.stringify(answer, null, 2),
  },
  svg: {
    name: { ko: "그림(SVG)", en: "Picture (SVG)" },
    type: "image/svg+xml; charset=utf-8",
    of: drawn,
    make: async ({ svg }) => svg,
  },
  png: {
    name: { ko: "그림(PNG)", en: "Picture (PNG)" },
    type: "image/png",
    of: drawn,
    make: async ({ svg }) => (svg === null ? null : pngOf(svg)),
  },
};

const heading = ({ label, unit }: TableColumn): string => (unit ? `${label}(${unit})` : label);

/** A figure as a number, all else as people read it: what is not reported stays a word and never is 0. */
const plainOf = (cell: Cell | undefined, { isFigure }: TableColumn): string | number =>
  isFigure && typeof cell?.value === "number" ? cell.value : (cell?.text ?? "");

async function csvOf({ columns, rows, notes }: PanelExport): Promise<string> {
  return csvFile(
    [
      columns.map(heading),
      ...rows.map((row) => columns.map((column) => plainOf(row[column.name], column))),
      ...notes.map((note) => [`# ${note}`]),
    ],
    { guardFormulas: true },
  );
}

async function xlsxOf({ title, columns, rows, notes }: PanelExport): Promise<Buffer> {
  const text = (value: string, bold = false) => ({
    value,
    type: String,
    ...(bold && { fontWeight: "bold" as const }),
  });
  return writeXlsxFile([
    [text(title, true)],
    ...notes.map((note) => [text(note)]),
    [],
    columns.map((column) => text(heading(column), true)),
    ...rows.map((row) =>
      columns.map((column) => {
        const value = plainOf(row[column.name], column);
        return typeof value === "number" ? { value, type: Number } : text(value);
      }),
    ),
  ]).toBuffer();
}
