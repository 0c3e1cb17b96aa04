import type { ListRows } from "../../sql/row-sql.ts";
import { asOf, municipalityCode } from "../../sql/standard-arguments.ts";
import { listQuery, oneQuery, type TableQuery } from "../../sql/table-query.ts";
import { municipality, municipalityRows } from "./municipality.ts";

const rows: ListRows = (alias, scope) => ({
  from: `${municipalityRows(scope)} AS ${alias}`,
  where: "true",
  order: `${alias}.code <> ${scope.parameters.add(scope.home)}, ${alias}.code`,
});

/** Queries for municipalities. */
export const municipalityQueries: readonly TableQuery[] = [
  oneQuery("municipality", municipality, rows, {
    description: {
      ko: "지자체 하나. code를 빼면 허브의 본 지자체. 그 시각에 없던 지자체면 null, 허브가 모르는 코드면 오류.",
      en: "One municipality; default: the hub's home municipality. Null if it was not known at the time; a code that the hub has never known is an error.",
    },
    arguments: { code: municipalityCode, asOf },
    municipalities: ({ code }) => (code == null ? undefined : [code]),
  }),
  listQuery("municipalities", municipality, rows, {
    description: {
      ko: "허브가 아는 모든 지자체. 본 지자체가 먼저, 나머지는 코드 순.",
      en: "All municipalities: the home municipality first, the others by code.",
    },
    municipalities: () => null,
  }),
];
