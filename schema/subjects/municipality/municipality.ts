import { ID } from "type-graphql";
import { code, entity, text, value } from "../../sql/entity.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { JoinSql } from "../../sql/row-sql.ts";
import type { Dimension } from "../../sql/summary/summary.ts";

/** A municipality; subjects add its fields. A row has `id` and, for links, `municipality_id`. */
export const municipality = entity(
  "Municipality",
  { ko: "지자체(시·군·구).", en: "A municipality: city, county or district." },
  {
    code: code("code", "행정표준 기관코드, 예: 41280.", "Administrative code, e.g. 41280."),
    name: text("name", "이름, 예: 고양시.", "Name in Korean."),
    url: value(
      () => ID,
      (row) => `'/municipalities/' || ${row}.code`,
      "허브에서 이 지자체를 보여 주는 주소(경로).",
      "Path of the hub's page about it.",
    ),
    synthetic: value(
      () => Boolean,
      "synthetic",
      "실제가 아니라 지어낸 지자체면 참.",
      "True for a synthetic city, which is not real.",
    ),
  },
);

/** SQL of the rows of the municipalities that are valid at the releases of a query. */
export const municipalityRows = (scope: QueryScope): string =>
  `(SELECT municipality.*, id AS municipality_id FROM municipality
    WHERE ${scope.ofMunicipalities("municipality", "id")}
      AND known_from <= ${scope.release("municipality.id")} AND known_to > ${scope.release("municipality.id")})`;

/** LEFT JOIN of the municipality that a row belongs to. */
export const joinMunicipality: JoinSql = (row, alias, scope) =>
  `LEFT JOIN ${municipalityRows(scope)} AS ${alias} ON ${alias}.id = ${row}.municipality_id`;

const joinKey: JoinSql = (row, alias, scope, values) =>
  `${joinMunicipality(row, alias, scope, values)} AND ${row}.of_municipality IS NOT NULL`;

/** Grouping by municipality; `lines` have municipality_id. */
export const byMunicipality = {
  field: "municipality",
  to: municipality,
  name: { ko: "지자체", en: "Municipality" },
  column: "of_municipality",
  of: "municipality_id",
  carries: { municipality_id: "max(municipality_id)" },
  values: 1,
  known: (scope: QueryScope) => `SELECT code AS value, name FROM ${municipalityRows(scope)} AS municipality`,
  order: {
    join: (scope: QueryScope) => joinKey("rows", "key_municipality", scope, {}),
    by: "key_municipality.code",
  },
  join: joinKey,
} satisfies Dimension;
