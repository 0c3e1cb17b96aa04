import { filterValues, namedValues, type PeriodSource, sourcesOfPeriods } from "./filter-values.ts";
import { type PeriodFilter, periodFilters } from "./period-filters.ts";
import type { QueryScope } from "./query-scope.ts";
import type { SelectedField } from "./selection.ts";

/** A check of a filter: SQL of a value that it names and the hub never knew, as text; SQL null if there is none. */
export interface ValueCheck {
  filter: string;
  sql: string;
  /** Tables whose periods a filter by period reaches over; undefined for all. */
  reach?: readonly string[] | undefined;
}

/**
 * Checks of the values that a root field and the fields below it name, as parts of its own statement, so that valid ones
 * cost no statement more. Known is what any release had: a value that ended later is no mistake.
 */
export function valueChecks(
  field: SelectedField,
  scope: QueryScope,
  reach: readonly string[] | undefined,
): ValueCheck[] {
  // A municipality without a release has no values at all.
  if (scope.municipalities.length === 0) return [];
  const own = namedValues({ ...field, fields: [] });
  const below = namedValues({ ...field, arguments: {} });
  const ofPeriods = [[own, reach] as const, [below, undefined] as const].flatMap(([named, tables]) =>
    [...named].flatMap(([filter, values]) => {
      const period = periodFilters[filter];
      return period ? periodChecks(filter, period, [...values] as number[], scope, tables) : [];
    }),
  );
  const others = [...namedValues(field)].flatMap(([filter, values]) => {
    if (filter in periodFilters) return [];
    return filterValues.has(filter) ? [{ filter, sql: unknownSql(filter, [...values], scope) }] : [];
  });
  return [...ofPeriods, ...others];
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

/**
 * If any value is out of reach, the least or the greatest is. The reach is that of the kind of data asked for; where the
 * municipalities have none of that kind, of all kinds; where there are no facts at all, nothing is out of reach.
 */
function periodChecks(
  filter: string,
  { write, first, last, isYear }: PeriodFilter,
  values: readonly number[],
  scope: QueryScope,
  reach: readonly string[] | undefined,
): ValueCheck[] {
  const hasFacts = (tables: readonly string[] | undefined, condition: (source: PeriodSource) => string) => {
    const ofSources = sourcesOfPeriods(tables, isYear).map((source) => {
      const ofMunicipalities = scope.ofMunicipalities(source.table);
      return `EXISTS (SELECT 1 FROM ${source.table} WHERE ${ofMunicipalities} AND ${condition(source)})`;
    });
    return `(${ofSources.join(" OR ")})`;
  };
  return [...new Set([Math.min(...values), Math.max(...values)])].map((value) => {
    const since = (tables?: readonly string[]) => hasFacts(tables, (source) => source.since(first(value)));
    const until = (tables?: readonly string[]) => hasFacts(tables, (source) => source.until(last(value)));
    // Every fact is since the one or until the other: there is none of the kind where neither is true.
    const ofAll = reach
      ? ` WHEN ${since(reach)} THEN NULL WHEN ${since()} <> ${until()} THEN '${write(value)}'`
      : "";
    return {
      filter,
      reach,
      sql: `CASE WHEN ${since(reach)} <> ${until(reach)} THEN '${write(value)}'${ofAll} END`,
    };
  });
}
