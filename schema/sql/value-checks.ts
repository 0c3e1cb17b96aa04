import { filterValues, namedValues, type PeriodSource, sourcesOfPeriods } from "./filter-values.ts";
import { type PeriodFilter, periodFilters } from "./period-filters.ts";
import type { QueryScope } from "./query-scope.ts";
import type { SelectedField } from "./selection.ts";

/** A check of a filter: SQL of a value that it names and the hub never knew, as text; SQL null if there is none. */
export interface ValueCheck {
  filter: string;
  sql: string;
}

/**
 * Checks of the values that a root field and the fields below it name, as parts of its own statement, so that valid ones
 * cost no statement more. Known is what any release had: a value that ended later is no mistake.
 */
export function valueChecks(field: SelectedField, scope: QueryScope): ValueCheck[] {
  // A municipality without a release has no values at all.
  if (scope.municipalities.length === 0) return [];
  return [...namedValues(field)].flatMap(([filter, values]) => {
    const period = periodFilters[filter];
    if (period) return periodChecks(filter, period, [...values] as number[], scope);
    return filterValues.has(filter) ? [{ filter, sql: unknownSql(filter, [...values], scope) }] : [];
  });
}

// SELECT 1: Citus makes invalid SQL of a subquery without columns that it has to compute first.
function unknownSql(filter: string, values: readonly unknown[], scope: QueryScope): string {
  const isKnown = filterValues
    .get(filter)!
    .columns.map(
      ({ table, column }) =>
        `EXISTS (SELECT 1 FROM ${table} WHERE ${scope.ofMunicipalities(table)} AND ${table}.${column} = named_value)`,
    );
  return `(SELECT named_value FROM unnest(${scope.parameters.add(values)}::text[]) AS named (named_value)
    WHERE NOT (${isKnown.join(" OR ")}) LIMIT 1)`;
}

/** If any value is out of reach, the least or the greatest is. Where there are no facts, nothing is out of reach. */
function periodChecks(
  filter: string,
  { write, first, last, isYear }: PeriodFilter,
  values: readonly number[],
  scope: QueryScope,
): ValueCheck[] {
  const hasFacts = (condition: (source: PeriodSource) => string) =>
    sourcesOfPeriods(isYear)
      .map((source) => {
        const ofMunicipalities = scope.ofMunicipalities(source.table);
        return `EXISTS (SELECT 1 FROM ${source.table} WHERE ${ofMunicipalities} AND ${condition(source)})`;
      })
      .join(" OR ");
  return [...new Set([Math.min(...values), Math.max(...values)])].map((value) => {
    const since = hasFacts((source) => source.since(first(value)));
    const until = hasFacts((source) => source.until(last(value)));
    return { filter, sql: `CASE WHEN (${since}) <> (${until}) THEN '${write(value)}' END` };
  });
}
