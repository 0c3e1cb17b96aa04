/** The characters that separate the cells of a text, in order of preference. */
const separators = [",", "\t", ";", "|"] as const;

export type Separator = (typeof separators)[number];

/** How the cells of a text are separated. */
export interface Separation {
  separator: Separator;
  /** The first line only names the separator (`sep=;`), as Excel understands it, and is no row. */
  isDeclared: boolean;
}

const declaration = /^"?sep=([,\t;|])"?[ \t]*(?:\r?\n|$)/i;
const mostLines = 100;

/**
 * Finds out what separates the cells of a text: what its first line declares, else the character that most of the
 * first lines have equally often outside of quotes. A comma if there is none.
 */
export function findSeparator(text: string): Separation {
  const declared = declaration.exec(text)?.[1] as Separator | undefined;
  if (declared) return { separator: declared, isDeclared: true };
  const lines = countSeparators(text);
  let best = { separator: separators[0] as Separator, lines: 0, count: 0 };
  for (const [index, separator] of separators.entries()) {
    const { lines: agreeing, count } = mostCommon(lines.map((counts) => counts[index]!));
    if (agreeing > best.lines || (agreeing === best.lines && count > best.count))
      best = { separator, lines: agreeing, count };
  }
  return { separator: best.separator, isDeclared: false };
}

/** How often each separator stands outside of quotes, by line; lines without any are left out. */
function countSeparators(text: string): number[][] {
  const lines: number[][] = [];
  let counts = separators.map(() => 0);
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    const index = separators.indexOf(character as Separator);
    if (index >= 0) counts[index]!++;
    if (character !== "\n") continue;
    if (counts.some((count) => count > 0)) lines.push(counts);
    if (lines.length === mostLines) return lines;
    counts = separators.map(() => 0);
  }
  return counts.some((count) => count > 0) ? [...lines, counts] : lines;
}

/** The count above zero that most lines have, the greater one of two. */
function mostCommon(counts: number[]): { lines: number; count: number } {
  const linesByCount = new Map<number, number>();
  for (const count of counts) if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
  let best = { lines: 0, count: 0 };
  for (const [count, lines] of linesByCount)
    if (lines > best.lines || (lines === best.lines && count > best.count)) best = { lines, count };
  return best;
}
