/**
 * Whether a text can be stored and sent: no U+0000, which PostgreSQL does not store, and no lone surrogates,
 * which UTF-8 does not encode.
 */
export const isWellFormedText = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** Path of the first text in a value that is not well-formed, such as body.variables.code, keys of objects included; null if none. */
export function findMalformedText(value: unknown, place: string): string | null {
  // Not recursive, as a value from outside may be nested deeper than the stack reaches.
  const rest: [unknown, string][] = [[value, place]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [inner, at] = next;
    if (typeof inner === "string" && !isWellFormedText(inner)) return at;
    if (typeof inner !== "object" || inner === null) continue;
    for (const key of Object.keys(inner)) {
      if (!isWellFormedText(key)) return at;
      const below = (inner as Record<string, unknown>)[key];
      // Most values are well-formed texts, which need no path.
      if (typeof below !== "string" || !isWellFormedText(below)) rest.push([below, `${at}.${key}`]);
    }
  }
  return null;
}
