import type { DirectType } from "../../sql/direct/json-sql.ts";

/** What PostgreSQL itself can write of a row of `outlet`. */
export const directOutlet: DirectType = {
  code: (outlet) => `${outlet}.code`,
  name: (outlet) => `${outlet}.name`,
  kind: (outlet) => `${outlet}.kind`,
  openedOn: (outlet) => `${outlet}.opened_on`,
  closedOn: (outlet) => `${outlet}.closed_on`,
  partner: (outlet) => `${outlet}.partner`,
};

/** LEFT JOIN of the outlet of a row with `outlet_id`. */
export const joinOutlet = (row: string, alias: string): string =>
  `LEFT JOIN outlet AS ${alias} ON ${alias}.id = ${row}.outlet_id`;
