import { asOf, municipalityCode } from "../../sql/standard-arguments.ts";
import { oneQuery, type TableQuery } from "../../sql/table-query.ts";
import { department } from "./department.ts";

/** The query for a department. */
export const departmentQueries: readonly TableQuery[] = [
  oneQuery(
    "department",
    department,
    (alias, scope, { name }) => ({
      from: `department AS ${alias}`,
      where: `${scope.facts(alias)} AND ${alias}.name = ${scope.parameters.add(name)}`,
      order: `${alias}.id`,
    }),
    {
      description: {
        ko: "부서 하나. 그 시각에 없던 부서면 null, 허브가 모르는 이름이면 오류.",
        en: "One department; null if it was not known at the time. A name that the hub has never known is an error.",
      },
      arguments: {
        name: {
          type: () => String,
          nullable: false,
          description: { ko: "이름, 예: 소상공인지원과.", en: "Name in Korean, e.g. 소상공인지원과." },
        },
        municipality: municipalityCode,
        asOf,
      },
    },
  ),
];
