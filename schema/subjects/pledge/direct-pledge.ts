import { type DirectType, linkSql } from "../../sql/direct/json-sql.ts";
import { directDepartment, joinDepartment } from "../department/direct-department.ts";
import { directFunding } from "../funding/direct-funding.ts";

/** What PostgreSQL itself can write of a row of `pledgesTold`. */
export const directPledge: DirectType = {
  code: (pledge) => `${pledge}.code`,
  title: (pledge) => `${pledge}.title`,
  department: (pledge, field, scope) =>
    linkSql(directDepartment, field, scope, (alias) => joinDepartment(pledge, alias)),
  funding: directFunding,
};
