/**
 * The value at a dotted path, as Infinity's columns read it: `citation.line`.
 * Undefined where the path leads nowhere; `@` is the value itself.
 */
export function select(value: unknown, path: string): unknown {
  if (path === "@") return value;
  let found = value;
  for (const key of path.split(".")) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** The list at a dotted path, or the value itself for `@`, as one row; empty where there is none. */
export function selectRows(value: unknown, path: string): Record<string, unknown>[] {
  const rows = select(value, path);
  if (path === "@") return [rows as Record<string, unknown>];
  return Array.isArray(rows) ? rows : [];
}
