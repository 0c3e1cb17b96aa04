/** A letter on a page, in points from the page's upper left corner; `y` is its baseline. */
export interface Glyph {
  text: string;
  x0: number;
  x1: number;
  y: number;
  /** Height of its font. */
  size: number;
}

/** A straight line along one axis: at `at` on the other axis, from `from` to `to`. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

/** What is drawn on a page. */
export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  horizontal: Rule[];
  vertical: Rule[];
  /** Whether it shows a picture: a page of nothing else was scanned. */
  hasPicture: boolean;
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** How far apart two rules may be and still count as one, in points: double lines, and the thickness of lines. */
export const sameRule = 3;

export const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;

/** Values in ascending order, each at least `sameRule` from the one before it. */
export function distinct(values: number[]): number[] {
  const result: number[] = [];
  for (const value of values.toSorted((one, other) => one - other)) {
    if (result.length === 0 || value - result.at(-1)! > sameRule) result.push(value);
  }
  return result;
}

/** Rules that continue or cover each other as one. */
export function joinRules(rules: Rule[]): Rule[] {
  const levels = distinct(rules.map(({ at }) => at));
  const ordered = rules
    .map((rule) => ({ ...rule, at: levels.findLast((level) => level <= rule.at)! }))
    .sort((one, other) => one.at - other.at || one.from - other.from);
  const joined: Rule[] = [];
  for (const rule of ordered) {
    const last = joined.at(-1);
    if (last && last.at === rule.at && rule.from <= last.to + sameRule) last.to = Math.max(last.to, rule.to);
    else joined.push(rule);
  }
  return joined;
}
