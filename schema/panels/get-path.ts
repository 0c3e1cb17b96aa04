/**
 * The value at a dotted path, as Infinity's columns read it: `citation.line`.
 * Undefined if the path does not exist; `@` is the value itself.
 */
export function getPath(value: unknown, path: string): unknown {
  if (path === "@") return value;
  let target = value;
  for (const key of path.split(".")) {
    if (typeof target !== "object" || target === null) return undefined;
    target = (target as Record<string, unknown>)[key];
  }
  return target;
}

/** The list at a dotted path, or the value itself for `@`, as one row; empty if there is none. */
export function getRows(value: unknown, path: string): Record<string, unknown>[] {
  const rows = getPath(value, path);
  if (path === "@") return [rows as Record<string, unknown>];
  return Array.isArray(rows) ? rows : [];
}

/** The objects at a dotted path through objects and lists: `reports.dates` are the dates of all reports, in order. */
export function rowsAlong(value: unknown, path: string): Record<string, unknown>[] {
  let rows: unknown[] = [value];
  for (const key of path.split("."))
    rows = rows.flatMap((row) => (row as Record<string, unknown> | null)?.[key] ?? []);
  return rows as Record<string, unknown>[];
}
