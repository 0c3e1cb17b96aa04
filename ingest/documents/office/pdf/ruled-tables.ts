import { documentTooLarge } from "../unreadable-document.ts";
import { type Box, distinct, joinRules, type PageContent, type Rule, sameRule } from "./geometry.ts";

/** A cell by its place in the grid, from 0, with where it is on the page. */
export interface RuledCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  box: Box;
}

/** A table as its lines divide it. */
export interface RuledTable {
  box: Box;
  /** Where its columns begin, and where the last one ends. */
  columns: number[];
  rowCount: number;
  cells: RuledCell[];
}

const maxPairs = 20_000_000;
const maxPlaces = 100_000;

/** The tables that the lines of a page form. A box in a cell belongs to that cell; a frame around tables is none. */
export function ruledTables(page: PageContent): RuledTable[] {
  const horizontal = joinRules(page.horizontal);
  const vertical = joinRules(page.vertical);
  if (horizontal.length * vertical.length > maxPairs) throw documentTooLarge();
  const tables = groupsOf(horizontal, vertical).flatMap(
    (group) => tableOf(group.horizontal, group.vertical) ?? [],
  );
  const frames = new Set(
    tables.filter(
      (table) =>
        table.cells.length === 1 && tables.some((other) => isWithin(other.box, table.box, table !== other)),
    ),
  );
  const inner = tables.filter((table) => !frames.has(table));
  return inner.filter(
    (table) =>
      !inner.some((other) => other.cells.some(({ box }) => isWithin(table.box, box, table !== other))),
  );
}

const isWithin = (inner: Box, outer: Box, isOther: boolean): boolean =>
  isOther &&
  inner.x0 >= outer.x0 - sameRule &&
  inner.x1 <= outer.x1 + sameRule &&
  inner.y0 >= outer.y0 - sameRule &&
  inner.y1 <= outer.y1 + sameRule;

interface Group {
  horizontal: Rule[];
  vertical: Rule[];
}

/** Rules that touch each other, directly or through others. */
function groupsOf(horizontal: Rule[], vertical: Rule[]): Group[] {
  const groups: Group[] = [];
  const groupOf = new Map<Rule, Group>();
  const join = (upright: Rule, level: Rule) => {
    const one = groupOf.get(upright);
    const other = groupOf.get(level);
    if (one && other) {
      if (one === other) return;
      for (const rule of [...other.horizontal, ...other.vertical]) groupOf.set(rule, one);
      one.horizontal.push(...other.horizontal);
      one.vertical.push(...other.vertical);
      other.horizontal = [];
      other.vertical = [];
      return;
    }
    const group = one ?? other ?? { horizontal: [], vertical: [] };
    if (!one && !other) groups.push(group);
    if (!one) group.vertical.push(upright);
    if (!other) group.horizontal.push(level);
    groupOf.set(upright, group).set(level, group);
  };
  const reaches = (rule: Rule, place: number) => place >= rule.from - sameRule && place <= rule.to + sameRule;
  for (const upright of vertical) {
    for (const level of horizontal) {
      if (reaches(level, upright.at) && reaches(upright, level.at)) join(upright, level);
    }
  }
  // A table that is cut by the end of a page may lack its first or last rule.
  return groups.filter((group) => group.horizontal.length + group.vertical.length >= 3);
}

/** A table may be open at its left and right: its level rules show how far it reaches. */
function tableOf(horizontal: Rule[], vertical: Rule[]): RuledTable | null {
  const columns = distinct([...vertical.map(({ at }) => at), ...ends(horizontal)]);
  const rows = distinct([...horizontal.map(({ at }) => at), ...ends(vertical)]);
  const width = columns.length - 1;
  const height = rows.length - 1;
  if (width < 1 || height < 1) return null;
  if (width * height > maxPlaces) throw documentTooLarge();
  const middle = (edges: number[], index: number) => (edges[index]! + edges[index + 1]!) / 2;
  const divides = (rules: Rule[], at: number, place: number) =>
    rules.some((rule) => Math.abs(rule.at - at) <= sameRule && rule.from <= place && rule.to >= place);
  const regions = new Regions(width, height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (column + 1 < width && !divides(vertical, columns[column + 1]!, middle(rows, row))) {
        regions.join(row, column, row, column + 1);
      }
      if (row + 1 < height && !divides(horizontal, rows[row + 1]!, middle(columns, column))) {
        regions.join(row, column, row + 1, column);
      }
    }
  }
  const cells = regions.list().map(
    ({ top, left, bottom, right }): RuledCell => ({
      row: top,
      column: left,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
      box: { x0: columns[left]!, x1: columns[right + 1]!, y0: rows[top]!, y1: rows[bottom + 1]! },
    }),
  );
  const box = { x0: columns[0]!, x1: columns.at(-1)!, y0: rows[0]!, y1: rows.at(-1)! };
  return { box, columns, rowCount: height, cells };
}

const ends = (rules: Rule[]): number[] =>
  rules.length === 0
    ? []
    : [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];

interface Region {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Places of a grid joined into rectangles. */
class Regions {
  readonly #places: Region[][];

  constructor(width: number, height: number) {
    this.#places = Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => ({ top: row, left: column, bottom: row, right: column })),
    );
  }

  /** Joins the rectangles of two places, and all that the joined one comes to lie over. */
  join(row: number, column: number, otherRow: number, otherColumn: number): void {
    const one = this.#places[row]![column]!;
    const other = this.#places[otherRow]![otherColumn]!;
    if (one === other) return;
    this.#cover({
      top: Math.min(one.top, other.top),
      left: Math.min(one.left, other.left),
      bottom: Math.max(one.bottom, other.bottom),
      right: Math.max(one.right, other.right),
    });
  }

  #cover(region: Region): void {
    for (;;) {
      const covered = this.#within(region);
      const top = Math.min(...covered.map((one) => one.top));
      const left = Math.min(...covered.map((one) => one.left));
      const bottom = Math.max(...covered.map((one) => one.bottom));
      const right = Math.max(...covered.map((one) => one.right));
      if (top === region.top && left === region.left && bottom === region.bottom && right === region.right)
        break;
      Object.assign(region, { top, left, bottom, right });
    }
    for (let row = region.top; row <= region.bottom; row++) {
      this.#places[row]!.fill(region, region.left, region.right + 1);
    }
  }

  #within({ top, left, bottom, right }: Region): Region[] {
    return [...new Set(this.#places.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1)))];
  }

  list(): Region[] {
    return [...new Set(this.#places.flat())];
  }
}
