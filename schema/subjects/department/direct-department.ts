import type { DirectType } from "../../sql/direct/json-sql.ts";

/** What PostgreSQL itself can write of a row of `department`. */
export const directDepartment: DirectType = {
  name: (department) => `${department}.name`,
};

/** LEFT JOIN of the department of a row with `department_id`; its name never changes. */
export const joinDepartment = (row: string, alias: string): string =>
  `LEFT JOIN (SELECT DISTINCT id, name FROM department) AS ${alias} ON ${alias}.id = ${row}.department_id`;
