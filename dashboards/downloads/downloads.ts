import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import type { Problem } from "../../schema/core/problem.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { pngOf } from "../drawing/png.ts";
import type { PanelExport } from "./export-panel.ts";
import { type FileTable, fileTable } from "./file-table.ts";
import { sheetNotes } from "./sheet-notes.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

/** A format that panels can be downloaded in: /panels/NAME.ENDING. */
export interface Download {
  name: Localized;
  type: string;
  /** Whether a browser saves it rather than shows it. */
  isSaved: boolean;
  /** Whether there is such a thing of a panel. */
  of(panel: Panel): boolean;
  /** Null where the panel has no picture. */
  make(taken: PanelExport, language: LanguageCode): Promise<string | Buffer | null>;
}

/** Said in the place of the picture of a table. */
export const noPicture: Problem = {
  code: "PICTURE_NONE",
  text: { ko: "이 패널은 표라서 그림이 없습니다.", en: "This panel is a table and has no picture." },
  remedy: { ko: "CSV나 XLSX로 내려받으십시오.", en: "Take it away as CSV or XLSX." },
};

const citationLabel: Localized = { ko: "인용", en: "Citation" };
const anyPanel = () => true;
const tableOf = ({ columns, rows, context }: PanelExport, language: LanguageCode): FileTable =>
  fileTable(columns, rows, context, language);
const drawn = (panel: Panel) => panel.chart.kind !== "table";

/** All forms, by the ending of the address. */
export const downloads: Readonly<Record<string, Download>> = {
  csv: {
    name: { ko: "표(CSV)", en: "Table (CSV)" },
    type: "text/csv; charset=utf-8",
    isSaved: true,
    of: anyPanel,
    make: async (taken, language) => writeCsv(tableOf(taken, language)),
  },
  xlsx: {
    name: { ko: "표(XLSX)", en: "Table (XLSX)" },
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    isSaved: true,
    of: anyPanel,
    make: async (taken, language) => {
      const { panel, context, rows, notes, citation } = taken;
      const sheet = sheetNotes(panel, context, rows, notes, language);
      const cited = citation ? [[citationLabel[language], citation.long] as const] : [];
      return writeXlsx(tableOf(taken, language), [...sheet, ...cited], language);
    },
  },
  json: {
    name: { ko: "자료(JSON)", en: "Data (JSON)" },
    type: "application/json; charset=utf-8",
    isSaved: false,
    of: anyPanel,
    make: async ({ answer }) => JSON.stringify(answer, null, 2),
  },
  bib: {
    name: { ko: "인용(BibTeX)", en: "Citation (BibTeX)" },
    type: "application/x-bibtex; charset=utf-8",
    isSaved: true,
    of: anyPanel,
    make: async ({ citation }) => citation?.bibtex ?? "",
  },
  svg: {
    name: { ko: "그림(SVG)", en: "Picture (SVG)" },
    type: "image/svg+xml; charset=utf-8",
    isSaved: false,
    of: drawn,
    make: async ({ svg }) => svg,
  },
  png: {
    name: { ko: "그림(PNG)", en: "Picture (PNG)" },
    type: "image/png",
    isSaved: false,
    of: drawn,
    make: async ({ svg }) => (svg === null ? null : pngOf(svg)),
  },
};
