import type { DataSource } from "typeorm";
import { HubError } from "../core/hub-error.ts";
import type { Localized } from "../core/localized.ts";
import { nearest } from "../core/nearest.ts";
import { particle } from "../core/particle.ts";
import { filterValues, sourcesOfPeriods } from "./filter-values.ts";
import { type PeriodFilter, periodFilters } from "./period-filters.ts";
import { QueryScope, type ScopedMunicipality } from "./query-scope.ts";
import type { ValueCheck } from "./value-checks.ts";

/** Number of values that are compared to find the nearest. */
const mostCompared = 10_000;

/** The error for a value of a filter that the hub never knew of these municipalities, with the nearest that it knows. */
export async function unknownValue(
  database: DataSource,
  { filter, reach }: Pick<ValueCheck, "filter" | "reach">,
  value: string,
  municipalities: readonly ScopedMunicipality[],
): Promise<HubError> {
  const scope = new QueryScope(municipalities, "");
  const period = periodFilters[filter];
  if (period) return outOfReach(database, filter, period, value, scope, reach);
  const { name, columns } = filterValues.get(filter)!;
  const { table, column } = columns[0]!;
  const rows = await database.query<{ known: string }[]>(
    `SELECT DISTINCT ${column} AS known FROM ${table} WHERE ${scope.ofMunicipalities(table)} LIMIT ${mostCompared}`,
  );
  const known = rows.map((row) => row.known);
  return neverKnown(filter, name, value, nearest(value, known));
}

/** The error for a name or code that nothing ever had; `near` is the nearest that something has, null if there is none. */
export const neverKnown = (filter: string, name: Localized, value: string, near: string | null): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      ko: `${filter}: 허브가 아는 ${name.ko} 가운데 ${particle(`“${value}”`, "이")} 없습니다.`,
      en: `${filter}: the hub has never known the ${name.en} “${value}”.`,
    },
    near === null
      ? {
          ko: `알려진 ${particle(name.ko, "이")} 아직 없습니다. 이 조건을 빼십시오.`,
          en: `No ${name.en} is known yet. Leave this filter out.`,
        }
      : { ko: `가장 가까운 것은 “${near}”입니다.`, en: `The nearest is “${near}”.` },
  );

async function outOfReach(
  database: DataSource,
  filter: string,
  { write, within, isYear }: PeriodFilter,
  value: string,
  scope: QueryScope,
  tables: readonly string[] | undefined,
): Promise<HubError> {
  const reachOf = async (some: readonly string[] | undefined) => {
    const reaches = sourcesOfPeriods(some, isYear).map(
      ({ table, first, last }) =>
        `SELECT ${first} AS first, ${last} AS last FROM ${table} WHERE ${scope.ofMunicipalities(table)}`,
    );
    const [reach] = await database.query<{ first: number | null; last: number }[]>(
      `SELECT min(first)::integer AS first, max(last)::integer AS last FROM (${reaches.join(" UNION ALL ")}) AS reaches`,
    );
    return reach!;
  };
  const own = await reachOf(tables);
  const reach = own.first === null ? await reachOf(undefined) : own;
  const [first, last] = within(reach.first!, reach.last).map(write) as [string, string];
  const near = nearestEnd(value, first, last);
  return new HubError(
    "BAD_USER_INPUT",
    {
      ko: `${filter}: ${particle(value, "은")} 자료가 있는 기간(${first}~${last}) 밖입니다.`,
      en: `${filter}: ${value} is outside of the periods that have data (${first} to ${last}).`,
    },
    { ko: `가장 가까운 것은 ${near}입니다.`, en: `The nearest is ${near}.` },
  );
}

/** Years before 0 and beyond 9999 have other lengths, so they do not compare as texts. */
const nearestEnd = (value: string, first: string, last: string): string =>
  Number.parseInt(value, 10) < Number.parseInt(first, 10) || (value.length === first.length && value < first)
    ? first
    : last;
