import { Int } from "type-graphql";
import { MonthScalar, QuarterScalar } from "../../core/scalars/scalars.ts";
import { Department } from "../../subjects/department/department.ts";
import { departmentById } from "../../subjects/department/department-by-id.ts";
import { directDepartment, joinDepartment } from "../../subjects/department/direct-department.ts";
import type { Dimension } from "./summary.ts";

/** Grouping by department; `lines` give department_id. */
export const byDepartment: Dimension = {
  field: "department",
  type: () => Department,
  name: { ko: "부서", en: "Department" },
  column: "department_id",
  order: {
    join: "LEFT JOIN (SELECT DISTINCT id, name FROM department) AS department ON department.id = department_id",
    by: "department.name",
  },
  find: (id, context, knownAt) => departmentById(context, id, knownAt),
  direct: { type: directDepartment, join: joinDepartment },
};

/** Grouping by calendar year. */
export const byYear: Dimension = {
  field: "year",
  type: () => Int,
  name: { ko: "해", en: "Year" },
  column: "year",
};

/** Grouping by calendar quarter. */
export const byQuarter: Dimension = {
  field: "quarter",
  type: () => QuarterScalar,
  name: { ko: "분기", en: "Quarter" },
  column: "quarter",
};

/** Grouping by calendar month. */
export const byMonth: Dimension = {
  field: "month",
  type: () => MonthScalar,
  name: { ko: "달", en: "Month" },
  column: "month",
};
