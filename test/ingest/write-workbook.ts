import { strToU8, zipSync } from "fflate";

/** A sheet whose rows are written as the XML inside `<sheetData>`. */
export interface RawSheet {
  name: string;
  rows: string;
  state?: "hidden" | "veryHidden";
  /** XML before and after `<sheetData>`: hidden columns, merged cells. */
  before?: string;
  after?: string;
}

/** What else a workbook has: shared texts, number formats of the styles 1, 2, …, days counted from 1904, no results. */
export interface RawWorkbook {
  sheets: RawSheet[];
  strings?: string[];
  formats?: string[];
  countsFrom1904?: boolean;
  fullCalcOnLoad?: boolean;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Rows of texts as XML, as inline strings. */
export const inlineRows = (rows: string[][]): string =>
  rows
    .map((row, index) => {
      const cells = row.map(
        (cell, column) =>
          `<c r="${columnName(column)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
      );
      return `<row r="${index + 1}">${cells.join("")}</row>`;
    })
    .join("");

/** 0 → A, 26 → AA. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

/** The parts of a workbook, by name. */
export function workbookParts(workbook: RawWorkbook): Record<string, string> {
  const { sheets, strings = [], formats = [], countsFrom1904 = false, fullCalcOnLoad = false } = workbook;
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" ${state ? `state="${state}"` : ""} r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const numberFormats = formats.map(
    (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${200 + index}" applyNumberFormat="1"/>`);
  const texts = strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`);
  return {
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${relations}"><workbookPr date1904="${countsFrom1904 ? 1 : 0}"/><sheets>${list.join("")}</sheets>${fullCalcOnLoad ? '<calcPr fullCalcOnLoad="1"/>' : ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links.join("")}<Relationship Id="s" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst ${main}>${texts.join("")}</sst>`,
    "xl/styles.xml": `<styleSheet ${main}><numFmts>${numberFormats.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = "", after = "" }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  };
}

/** A zip archive of texts; level 0 does not compress them. */
export const archiveOf = (
  parts: Record<string, string>,
  options: { level: 0 | 6 } = { level: 6 },
): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), options);

/** The bytes of a workbook. */
export const workbookBytes = (workbook: RawWorkbook): Uint8Array => archiveOf(workbookParts(workbook));
