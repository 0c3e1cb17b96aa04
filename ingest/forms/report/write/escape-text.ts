/**
 * Escapes text so that reading gives it back letter for letter: what would be read as markup of the form, and the
 * characters at `positions`, become numeric entities, which are never taken for the form or for a misprint.
 */
export function escapeText(text: string, positions: ReadonlySet<number> = new Set()): string {
  const risky = new Set(positions);
  for (const match of text.matchAll(form)) risky.add(match.index);
  if (text.includes("**")) for (const match of text.matchAll(/\*/g)) risky.add(match.index);
  if (risky.size === 0) return text;
  return Array.from(text.matchAll(/./gsu), (match) =>
    risky.has(match.index) ? entity(match[0]) : match[0],
  ).join("");
}

/** Tabs and line breaks, the beginnings of entities and tags, bullets between spaces. */
const form = /[\t\r\n]|&(?=#?[0-9A-Za-z]+;)|<(?=[/A-Za-z])|(?<=^|\s)[○●◯❍◦•▪](?=\s|$)/g;

const entity = (character: string): string => `&#${character.codePointAt(0)};`;
