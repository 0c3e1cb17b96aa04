import { escapeText } from "../escape.ts";
import type { Stats } from "../panels/panel.ts";
import { ink } from "./palette.ts";
import type { Frame } from "./picture.ts";
import type { Sheet } from "./sheet.ts";

const tileHeight = 104;
/** A tile narrower than this has no room for a rate with its parts. */
const narrowest = 180;

/** The largest size, in pixels, at which a figure and its unit fit their tile: Hangul is as wide as high, digits 0.6 of it. */
function sizeOf(figure: string, unit: string, room: number): number {
  const parts = [...figure].map((sign) => (/[\p{Script=Hangul}]/u.test(sign) ? 1 : 0.6));
  const width = parts.reduce((sum, part) => sum + part, 0);
  return Math.max(14, Math.min(28, Math.floor((room - unit.length * 14) / width)));
}

/** The figures of the sheet's one row, large, each with its name and, for a rate, its parts. */
export function drawStats(sheet: Sheet, { values }: Stats, frame: Frame): string {
  const { width, title, notes } = frame;
  const across = Math.min(values.length, Math.max(1, Math.floor(width / narrowest)));
  const top = title === null ? 0 : 44;
  const height = top + Math.ceil(values.length / across) * tileHeight + notes.length * 18 + 4;
  const tile = width / across;
  const text = (x: number, y: number, size: number, style: string, said: string) =>
    `<text x="${x}" y="${y}" font-size="${size}" ${style}>${escapeText(said)}</text>`;
  const tiles = values.map((name, at) => {
    const cell = sheet.rows[0]?.cells[name];
    const column = sheet.columns.find((one) => one.name === name);
    const x = (at % across) * tile;
    const y = top + Math.floor(at / across) * tileHeight;
    const unit = cell?.value === null ? "" : (column?.unit ?? "");
    return `<g ecmeta_series_index="${at}" ecmeta_data_index="0" ecmeta_ssr_type="chart"><rect x="${x}" y="${y + 4}" width="4" height="${tileHeight - 20}" fill="#256ef4"/>
${text(x + 16, y + 20, 14, `fill="${ink.quiet}"`, column?.label ?? name)}
<text x="${x + 16}" y="${y + 56}" font-size="${sizeOf(cell?.text ?? "", unit, tile - 28)}" font-weight="bold" fill="${ink.text}">${escapeText(cell?.text ?? "")}<tspan font-size="14" dx="3">${escapeText(unit)}</tspan></text>
${cell?.parts ? text(x + 16, y + 78, 12, `fill="${ink.quiet}"`, cell.parts) : ""}</g>`;
  });
  const noted = notes.map((note, at) =>
    text(0, height - 6 - (notes.length - 1 - at) * 18, 12, `fill="${ink.quiet}"`, note),
  );
  return `<svg role="img" aria-label="${escapeText(frame.alternative)}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Pretendard GOV', sans-serif">
<rect width="${width}" height="${height}" fill="${ink.paper}"/>
${title === null ? "" : text(0, 18, 18, `font-weight="bold" fill="${ink.text}"`, title)}${tiles.join("")}${noted.join("")}</svg>`;
}
