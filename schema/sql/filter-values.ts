import type { Localized } from "../core/localized.ts";
import type { SelectedField } from "./selection.ts";

/** Values that a filter may name: all that the hub ever knew, in any release. */
export interface FilterValues {
  name: Localized;
  /** Columns that hold them; the nearest value is looked for in the first. */
  columns: readonly { table: string; column: string }[];
}

/** Facts that belong to periods. SQL of a quarter is a whole number, year * 4 + (quarter - 1). */
export interface PeriodSource {
  table: string;
  /** SQL condition for a row to belong to this quarter or a later one. */
  since: (quarter: number) => string;
  /** SQL condition for a row to belong to this quarter or an earlier one. */
  until: (quarter: number) => string;
  /** SQL of the first and the last quarter of all rows. */
  first: string;
  last: string;
  /** Whether its periods are years that amounts are for, which only filters by year name. */
  isOfAmounts?: true;
}

const values = new Map<string, FilterValues>();
const periods: PeriodSource[] = [];

/** Declares the values of all filters and arguments of a name. */
export function declareFilterValues(filter: string, known: FilterValues): void {
  values.set(filter, known);
}

/** Declares that the facts of a table reach over periods, which filters by period may name. */
export function declarePeriods(source: PeriodSource): void {
  periods.push(source);
}

export const filterValues: ReadonlyMap<string, FilterValues> = values;

/**
 * The facts that filters by period reach over, of these tables or of all; those by year also reach over the years that
 * amounts are for. All too where none of the tables has periods.
 */
export function sourcesOfPeriods(
  tables: readonly string[] | undefined,
  isYear = false,
): readonly PeriodSource[] {
  const ofKind = periods.filter(({ isOfAmounts }) => isYear || !isOfAmounts);
  const ofTables = ofKind.filter(({ table }) => tables?.includes(table) ?? true);
  return ofTables.length > 0 ? ofTables : ofKind;
}

/** Periods in a column that holds whole numbers, so many per quarter: 3 for months. */
export const periodsIn = (table: string, column: string, perQuarter = 1): PeriodSource => ({
  table,
  since: (quarter) => `${table}.${column} >= ${quarter * perQuarter}`,
  until: (quarter) => `${table}.${column} < ${(quarter + 1) * perQuarter}`,
  first: `min(${column}) / ${perQuarter}`,
  last: `max(${column}) / ${perQuarter}`,
});

/** Periods in a column that holds years. */
export const yearsIn = (table: string, column: string): PeriodSource => ({
  table,
  since: (quarter) => `${table}.${column} >= ${Math.floor(quarter / 4)}`,
  until: (quarter) => `${table}.${column} <= ${Math.floor(quarter / 4)}`,
  first: `min(${column}) * 4`,
  last: `max(${column}) * 4 + 3`,
});

/** Arguments by which a query for one of a kind names it: the query has the name of the filter. */
const identities = ["code", "name"];

/** Values that a selected field and the fields below it name, by filter; each once. */
export function namedValues(
  field: SelectedField,
  named = new Map<string, Set<unknown>>(),
): Map<string, Set<unknown>> {
  for (const [name, value] of Object.entries(field.arguments)) {
    if (name === "where")
      for (const [filter, listed] of Object.entries(value ?? {})) add(filter, listed, named);
    else add(identities.includes(name) ? field.name : name, value, named);
  }
  for (const below of field.fields) namedValues(below, named);
  return named;
}

function add(filter: string, value: unknown, named: Map<string, Set<unknown>>): void {
  const all = named.get(filter) ?? new Set();
  for (const one of Array.isArray(value) ? value : [value]) if (one != null) all.add(one);
  if (all.size > 0) named.set(filter, all);
}
