/** What a summary counts: the lines that are meant, and what to do with them. */
export interface Grouping {
  /** Columns of `lines` to group by, outermost first. */
  keys: readonly string[];
  /** All columns that can be keys, with their SQL types; those that are not keys come out as null. */
  columns: Readonly<Record<string, string>>;
  /** Aggregates by the name they get: { published: "sum(published)" }. */
  measures: Readonly<Record<string, string>>;
  /** With a row for each leading part of the keys and one for all (ROLLUP). */
  totals: boolean;
}

/**
 * SQL that groups a table expression named `lines`, one SELECT a level. Amounts that are cumulative
 * never add up over quarters, so a level without the key `quarter` sees only lines with `is_last`.
 */
export function groupedSql({ keys, columns, measures, totals }: Grouping): string {
  const levels = totals ? [...keys.keys(), keys.length] : [keys.length];
  return levels
    .map((level) => {
      const kept = keys.slice(0, level);
      const chosen = Object.entries(columns).map(([column, type]) =>
        kept.includes(column) ? column : `NULL::${type} AS ${column}`,
      );
      const sums = Object.entries(measures).map(([name, aggregate]) => `${aggregate} AS ${name}`);
      const lines = kept.includes("quarter") ? "lines" : "lines WHERE is_last";
      const sets = kept.length ? kept.join(", ") : "()";
      return `SELECT ${[`${level} AS level`, ...chosen, ...sums].join(", ")} FROM ${lines} GROUP BY ${sets}`;
    })
    .join("\nUNION ALL\n");
}
