import { ID } from "type-graphql";
import type { ComputedField } from "../../sql/entity.ts";
import type { RowSql } from "../../sql/row-sql.ts";
import { municipalityRows } from "./municipality.ts";

/** SQL of the code of the municipality that a row belongs to. */
export const municipalityCodeOf: RowSql = (row, scope) =>
  `(SELECT code FROM ${municipalityRows(scope)} AS city WHERE city.id = ${row}.municipality_id)`;

/** Path of the hub's page at `/FOLDER/PART/PART…`. */
export const pagePath = (folder: string, parts: readonly (string | number)[]): string =>
  `/${folder}/${parts.map((part) => encodeURIComponent(String(part))).join("/")}`;

/**
 * The field `url` of what has a page of its own: `/FOLDER/MUNICIPALITY/KEY`, e.g. /pledges/41280/1-4-2. `keys` are SQL of
 * the parts after the municipality, in order.
 */
export const pageUrl = (folder: string, ...keys: readonly RowSql[]): { url: ComputedField } => ({
  url: {
    is: "computed",
    type: () => ID,
    nullable: false,
    description: {
      ko: "허브에서 이것을 보여 주는 주소(경로). 뒤에 .json을 붙이면 그 쪽의 자료.",
      en: "Path of the hub's page about it; with .json appended, the data of that page.",
    },
    inputs: {
      municipality: municipalityCodeOf,
      ...Object.fromEntries(keys.map((key, place) => [`key${place}`, key])),
    },
    compute: ({ municipality, ...parts }: Record<string, string | number>) =>
      pagePath(folder, [municipality!, ...keys.map((_, place) => parts[`key${place}`]!)]),
  },
});
