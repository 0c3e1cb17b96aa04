/**
 * The value at a dotted path, as Infinity's columns read it: `citation.line`.
 * Undefined where the path leads nowhere.
 */
export function select(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split(".")) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** The list at a dotted path; empty where there is none. */
export function selectRows(value: unknown, path: string): Record<string, unknown>[] {
  const rows = select(value, path);
  return Array.isArray(rows) ? rows : [];
}
