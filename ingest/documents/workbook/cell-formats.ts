import { dateFromSerial, format, getFormatFromId, isDateFormat, isPercentFormat } from "numfmt";
import type { StoredCell } from "../table.ts";
import type { Archive } from "./open-archive.ts";
import { readXml } from "./read-xml.ts";

/** The number format of a cell. */
interface CellFormat {
  pattern: string;
  isDate: boolean;
  isPercent: boolean;
}

const general: CellFormat = { pattern: "General", isDate: false, isPercent: false };
/** Days between Excel's two date systems. */
const daysTo1904 = 1_462;

/** Formats and interprets the numbers of a workbook by their cell formats. */
export class CellFormats {
  readonly #formats: CellFormat[];
  readonly #addedDays: number;

  constructor(patterns: string[], countsFrom1904: boolean) {
    this.#formats = patterns.map((pattern) => ({
      pattern,
      isDate: isDateFormat(pattern),
      isPercent: isPercentFormat(pattern),
    }));
    this.#addedDays = countsFrom1904 ? daysTo1904 : 0;
  }

  /** A stored number as a cell of a style; undefined if it is not a number. */
  cell(stored: string, style: string | undefined): StoredCell | undefined {
    const number = Number(stored);
    if (stored.trim() === "" || !Number.isFinite(number)) return undefined;
    const { pattern, isDate, isPercent } = this.#formats[Number(style ?? 0)] ?? general;
    const dayOrNumber = isDate ? number + this.#addedDays : number;
    const display = formatNumber(pattern, dayOrNumber);
    if (isDate) return { display, exact: dayOf(dayOrNumber), kind: "date" };
    // Excel keeps 15 digits; the rest is binary rounding error.
    const exact = (value: number) => String(Number(value.toPrecision(15)));
    return isPercent
      ? { display, exact: `${exact(number * 100)}%`, kind: "percent" }
      : { display, exact: exact(number), kind: "number" };
  }
}

function formatNumber(pattern: string, number: number): string {
  try {
    return format(pattern, number, { locale: "ko" }).trim();
  } catch {
    // A pattern that is invalid in Excel too.
    return String(number);
  }
}

/** 2025-03-01, followed by the time unless it is midnight. */
function dayOf(serial: number): string {
  const [year, month, day, ...time] = dateFromSerial(serial);
  const two = (part: number) => String(part).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return time.every((part) => part === 0) ? date : `${date} ${time.map(two).join(":")}`;
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
