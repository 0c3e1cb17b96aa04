import type { DirectType } from "../../sql/direct/json-sql.ts";

/** What PostgreSQL itself can write of a course, by a row of `course_quarter`. */
export const directCourse: DirectType = {
  code: (course) => `${course}.code`,
  name: (course) => `${course}.name`,
  kind: (course) => `${course}.kind`,
};

/** LEFT JOIN of the course of a row with `course_id`. */
export const joinCourse = (row: string, alias: string): string =>
  `LEFT JOIN course_quarter AS ${alias} ON ${alias}.id = ${row}.course_id`;
