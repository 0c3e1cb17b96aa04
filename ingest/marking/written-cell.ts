import { isDeepStrictEqual } from "node:util";
import type { CellObject } from "@e965/xlsx";
import { NumberFormat } from "../documents/number-format.ts";
import type { Cell, StoredCell } from "../documents/table.ts";

const day = 86_400_000;
/** The day from which spreadsheets count. */
const firstDay = Date.UTC(1899, 11, 30);

/** A text that stays one when its cell is edited, whatever it begins with. */
export const textCell = (text: string): CellObject => ({ t: "s", v: text, z: "@" });

/** A cell of another format as one of a workbook that is read as the same: nothing gets lost or becomes right by itself. */
export function writtenCell(cell: Cell): CellObject | undefined {
  if (typeof cell === "string") return cell === "" ? undefined : textCell(cell);
  const stored = storedNumber(cell);
  if (stored === undefined) {
    if (cell.kind === "text" && cell.isConcealed) return { t: "s", v: cell.exact, z: ";;;" };
    return textCell(cell.display || cell.exact);
  }
  const { sharedBy: _, isUncalculated: __, ...same } = cell;
  const format = formatsOf(cell).find((format) =>
    isDeepStrictEqual(new NumberFormat(format).cell(String(stored), false), same),
  );
  return { t: "n", v: stored, z: format ?? lastFormat(cell) };
}

/**
 * A day in the usual format. Anything else as the letters that it displays: such a cell is refused until somebody
 * decides whether what is displayed or what is stored is right.
 */
const lastFormat = ({ kind, exact, display }: StoredCell): string =>
  kind === "date"
    ? exact.includes(" ")
      ? "yyyy-mm-dd hh:mm:ss"
      : "yyyy-mm-dd"
    : `"${display.replaceAll('"', "")}"`;

/** What a workbook stores for a number, share or date; undefined for anything else. */
function storedNumber({ exact, kind }: StoredCell): number | undefined {
  if (kind === "number") return Number(exact);
  if (kind === "percent") return Number(exact.replace("%", "")) / 100;
  if (kind !== "date") return undefined;
  const time = Date.parse(`${exact.replace(" ", "T")}${exact.includes(" ") ? "" : "T00:00:00"}Z`);
  return Number.isNaN(time) ? undefined : (time - firstDay) / day;
}

/** Number formats that may display a cell as it is displayed. */
function formatsOf({ display, kind }: StoredCell): string[] {
  if (kind === "date") return dateFormats;
  const [, before = "", number = "", after = ""] = /^(\D*)([\d,.]*\d)(\D*)$/.exec(display) ?? [];
  const digits = "0".repeat(number.replace(/\D/g, "").length || 1);
  const decimals = /\.(\d+)$/.exec(number)?.[1]?.length ?? 0;
  const fraction = decimals > 0 ? `.${"0".repeat(decimals)}` : "";
  if (kind === "percent") return [`0${fraction}%`, `#,##0${fraction}%`];
  const bases = [`0${fraction}`, `#,##0${fraction}`];
  const scaled = bases.flatMap((base) => [base, `${base},`, `${base},,`]);
  const literal = (text: string) => (text.trim() === "" ? "" : `"${text.replaceAll('"', "")}"`);
  const worded = scaled.map((base) => `${literal(before)}${base}${literal(after)}`);
  return ["General", ...scaled, digits, ...worded, ...otherFormats];
}

/** Accounting, nothing, business numbers. */
const otherFormats = ['_-* #,##0_-;-* #,##0_-;_-* "-"_-', ";;;", "000-00-00000"];

const dateFormats = [
  "yyyy-mm-dd",
  "yyyy/mm/dd",
  "yyyy.mm.dd",
  "yyyy. mm. dd",
  "yyyy. mm. dd.",
  "yyyy. m. d",
  "yyyy. m. d.",
  "yyyy/m/d",
  "yyyy-m-d",
  'yyyy"년" m"월" d"일"',
  'yyyy"년" mm"월" dd"일"',
  "m/d/yy",
  "m/d/yyyy",
  "mm/dd/yyyy",
  "yy-mm-dd",
  "yyyy-mm",
  "yyyy. m",
  'yyyy"년" m"월"',
  "yyyy-mm-dd hh:mm",
  "yyyy-mm-dd hh:mm:ss",
  ";;;",
];
