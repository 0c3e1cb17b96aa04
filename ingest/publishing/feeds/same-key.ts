import { current } from "../releases.ts";
import { type FactTable, fixedWhere } from "./fact-table.ts";

const hasMunicipality = ({ origin }: FactTable): boolean => origin.includes("municipality_id");

/** SQL condition for rows to belong to a municipality; always true for the hub's own. */
export const ofMunicipality = (table: FactTable, alias: string, municipalityId: number): string =>
  hasMunicipality(table) ? `${alias}.municipality_id = ${municipalityId}` : "true";

/** SQL condition for two rows of a municipality to have the same key; for rows of groups, to belong to the same group. */
export const equalKeys = ({ columns }: FactTable, one: string, other: string): string =>
  columns
    .filter(({ role }) => role === "key")
    .map(({ name, nullable }) => {
      // Only "=" finds its rows by an index.
      const equals = nullable ? "IS NOT DISTINCT FROM" : "=";
      return `${one}."${name}" ${equals} ${other}."${name}"`;
    })
    .join(" AND ");

/** SQL for a row of the table to be current. */
export const isCurrent = (table: FactTable, alias = "known"): string =>
  `${alias}.known_to = ${current}${fixedWhere(table, alias)}`;

/**
 * SQL for a row of the table to be older than a staged one: a bulk load may have published rows of this release.
 * Rows without a municipality are numbered by releases of several, and not loaded so.
 */
export const isOfEarlierRelease = (table: FactTable): string =>
  hasMunicipality(table) ? "known.known_from < staged.known_from" : "true";

/** SQL for a staged row of a municipality and a row that is current to have the same key. */
export const sameKey = (table: FactTable, municipalityId: number): string =>
  `${ofMunicipality(table, "known", municipalityId)} AND ${equalKeys(table, "known", "staged")} AND ${isCurrent(table)}`;
