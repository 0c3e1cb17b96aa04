import { escapeText } from "../../schema/core/escape-markup.ts";
import type { Stats } from "../../schema/panels/chart.ts";
import type { PanelTable } from "../panel-table/panel-table.ts";
import { ink } from "./palette.ts";
import type { Frame } from "./picture.ts";
import { widthOf } from "./text-width.ts";

const tileHeight = 104;
/** What a tile has beside its texts: the bar, and room to the next tile. */
const margin = 28;
/** A tile narrower than this has no room for a large figure. */
const narrowest = 140;
const sizes = { label: 14, figure: 28, unit: 14, parts: 12 };

/** The words of a figure: its name, the figure itself, its unit, and what stands below, parts or a unit too long to stand beside. */
interface Tile {
  label: string;
  figure: string;
  unit: string;
  below: string;
}

function tileOf({ columns, rows }: PanelTable, name: string, room: number): Tile {
  const cell = rows[0]?.cells[name];
  const column = columns.find((one) => one.name === name);
  const figure = cell?.text ?? "";
  const unit = cell?.value === null ? "" : (column?.unit ?? "");
  const isBeside = widthOf(figure, 20) + widthOf(unit, sizes.unit) <= room;
  return {
    label: column?.label ?? name,
    figure,
    unit: isBeside ? unit : "",
    below: cell?.parts ?? (isBeside ? "" : unit),
  };
}

/** The figures of the table's one row, large, each with its name and, for a rate, its parts. */
export function drawStats(table: PanelTable, { values }: Stats, frame: Frame): string {
  const { width, title, notes } = frame;
  const widest = values.map((name) => {
    const { label, below } = tileOf(table, name, narrowest);
    return Math.max(widthOf(label, sizes.label), widthOf(below, sizes.parts)) + margin;
  });
  const across = Math.min(values.length, Math.max(1, Math.floor(width / Math.max(narrowest, ...widest))));
  const top = title === null ? 0 : 44;
  const height = top + Math.ceil(values.length / across) * tileHeight + notes.length * 18 + 4;
  const tile = width / across;
  const tiles = values.map((name, at) => {
    const [x, y] = [(at % across) * tile, top + Math.floor(at / across) * tileHeight];
    return `<g ecmeta_series_index="${at}" ecmeta_data_index="0" ecmeta_ssr_type="chart">${drawTile(tileOf(table, name, tile - margin), x, y, tile - margin)}</g>`;
  });
  const noted = notes.map((note, at) =>
    text(0, height - 6 - (notes.length - 1 - at) * 18, 12, `fill="${ink.quiet}"`, note),
  );
  return `<svg role="img" aria-label="${escapeText(frame.alternative)}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Pretendard GOV', sans-serif">
<rect width="${width}" height="${height}" fill="${ink.paper}"/>
${title === null ? "" : text(0, 18, 18, `font-weight="bold" fill="${ink.text}"`, title)}${tiles.join("")}${noted.join("")}</svg>`;
}

function drawTile({ label, figure, unit, below }: Tile, x: number, y: number, room: number): string {
  const free = room - widthOf(unit, sizes.unit);
  const size = Math.max(14, Math.min(sizes.figure, Math.floor(free / widthOf(figure, 1))));
  return `<rect x="${x}" y="${y + 4}" width="4" height="${tileHeight - 20}" fill="#256ef4"/>
${text(x + 16, y + 20, sizes.label, `fill="${ink.quiet}"`, label)}
<text x="${x + 16}" y="${y + 56}" font-size="${size}" font-weight="bold" fill="${ink.text}">${escapeText(figure)}<tspan font-size="${sizes.unit}" dx="3">${escapeText(unit)}</tspan></text>
${below ? text(x + 16, y + 78, sizes.parts, `fill="${ink.quiet}"`, below) : ""}`;
}

const text = (x: number, y: number, size: number, style: string, content: string) =>
  `<text x="${x}" y="${y}" font-size="${size}" ${style}>${escapeText(content)}</text>`;
