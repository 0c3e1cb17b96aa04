import { Field } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { type Entity, entity, extend, type LinkField, text } from "../../sql/entity.ts";
import { declareFilterValues } from "../../sql/filter-values.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { JoinSql } from "../../sql/row-sql.ts";
import type { Dimension } from "../../sql/summary/summary.ts";
import { joinMunicipality, municipality } from "../municipality/municipality.ts";
import { pageUrl } from "../municipality/page-url.ts";
import { cited } from "../release/citation.ts";

/** A department of a municipality. */
export const department: Entity = entity(
  "Department",
  { ko: "부서(과).", en: "A department of a municipality." },
  {
    name: text("name", "이름, 예: 소상공인지원과.", "Name in Korean, e.g. 소상공인지원과."),
    municipality: {
      is: "link",
      to: municipality,
      nullable: false,
      join: joinMunicipality,
      description: { ko: "지자체.", en: "The municipality that it belongs to." },
    },
    ...pageUrl("departments", (row) => `${row}.name`),
    ...cited,
  },
);

extend(municipality, {
  departments: {
    is: "list",
    of: department,
    rows: (alias, scope, _, row) => ({
      from: `department AS ${alias}`,
      where: `${scope.ofMunicipality(alias, `${row}.id`)} AND ${scope.valid(alias)}`,
      order: `name_order(${alias}.name), ${alias}.name`,
    }),
    description: { ko: "부서, 이름의 가나다순.", en: "Departments, by name." },
  },
});

/**
 * LEFT JOIN of the department that a row has in `department_id`. Facts keep their department when it is retracted, so this is
 * the last row of the id up to the release, valid or not.
 */
export const joinDepartment: JoinSql = (row, alias, scope) => {
  const isKnown = (table: string) => `${table}.known_from <= ${scope.release(`${table}.municipality_id`)}`;
  const later = `${alias}_later`;
  return `LEFT JOIN department AS ${alias} ON ${scope.ofMunicipality(alias, `${row}.municipality_id`)}
    AND ${alias}.id = ${row}.department_id AND ${isKnown(alias)} AND NOT EXISTS (
      SELECT 1 FROM department AS ${later} WHERE ${scope.ofMunicipality(later, `${alias}.municipality_id`)}
        AND ${later}.id = ${alias}.id AND ${later}.known_from > ${alias}.known_from AND ${isKnown(later)})`;
};

/** The link of a row that has `department_id`. */
export const departmentLink = (ko: string, en: string, nullable = false): LinkField => ({
  is: "link",
  to: department,
  nullable,
  join: joinDepartment,
  description: { ko, en },
});

/** Grouping by department; `lines` have municipality_id and department_id. */
export const byDepartment = {
  field: "department",
  to: department,
  name: { ko: "부서", en: "Department" },
  column: "department_id",
  known: (scope: QueryScope) =>
    `SELECT DISTINCT name AS value, name FROM department WHERE ${scope.facts("department")}`,
  values: 150,
  carries: { municipality_id: "max(municipality_id)" },
  order: {
    join: (scope: QueryScope) => `LEFT JOIN (
        SELECT DISTINCT municipality_id, id, name FROM department WHERE ${scope.ofMunicipalities("department")}
      ) AS department ON department.municipality_id = rows.municipality_id AND department.id = rows.department_id`,
    by: "name_order(department.name)",
  },
  join: joinDepartment,
} satisfies Dimension;

/** A filter by names of departments. */
export const DepartmentFilter = (ko = "부서 이름.", en = "Names of departments."): ReturnType<typeof Field> =>
  Field(() => [String], { nullable: true, description: describe(ko, en) });

/**
 * ` AND …` for a department's id (SQL) to belong to one with these names; nothing without the filter. `municipality`
 * is SQL of the id of the department's municipality.
 */
export const ofDepartments = (
  names: readonly string[] | null | undefined,
  municipality: string,
  id: string,
  scope: QueryScope,
): string =>
  names
    ? ` AND (${municipality}, ${id}) IN (SELECT municipality_id, id FROM department
        WHERE ${scope.ofMunicipalities("department")} AND name = ANY(${scope.parameters.add(names)}::text[]))`
    : "";

declareFilterValues("department", {
  name: { ko: "부서", en: "department" },
  columns: [{ table: "department", column: "name" }],
});
