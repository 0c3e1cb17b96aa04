import { getFormatFromId } from "numfmt";
import { NumberFormat } from "../number-format.ts";
import type { Archive } from "../open-archive.ts";
import { readXml } from "../read-xml.ts";
import type { StoredCell } from "../table.ts";

const general = new NumberFormat("General");

/** The number formats of a workbook by cell style. */
export class CellFormats {
  readonly #formats: NumberFormat[];
  readonly #countsFrom1904: boolean;

  constructor(patterns: string[], countsFrom1904: boolean) {
    this.#formats = patterns.map((pattern) => new NumberFormat(pattern));
    this.#countsFrom1904 = countsFrom1904;
  }

  /** A stored number as a cell of a style; undefined if it is not a number. */
  cell(stored: string, style: string | undefined): StoredCell | undefined {
    return this.#of(style).cell(stored, this.#countsFrom1904);
  }

  /** A stored text as a cell of a style. */
  textCell(text: string, style: string | undefined): string | StoredCell {
    return style === undefined ? text : this.#of(style).textCell(text);
  }

  #of(style: string | undefined): NumberFormat {
    return this.#formats[Number(style ?? 0)] ?? general;
  }
}

/** The number formats of a workbook's cell styles, by style index. */
export async function formatPatterns(archive: Archive, part: string | null): Promise<string[]> {
  const own = new Map<number, string>();
  const patterns: string[] = [];
  if (part === null) return patterns;
  let isCellStyle = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === "numFmt") own.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
      if (name === "cellXfs") isCellStyle = true;
      if (name !== "xf" || !isCellStyle) return;
      const id = Number(attributes.numFmtId ?? 0);
      patterns.push(own.get(id) ?? getFormatFromId(id, "ko") ?? "General");
    },
    close(name) {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return patterns;
}
