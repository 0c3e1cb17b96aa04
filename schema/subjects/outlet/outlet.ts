import { Field, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { DateScalar, MonthScalar, WonScalar } from "../../core/scalars/scalars.ts";
import { codeLink } from "../../sql/code-link.ts";
import { code, entity, extend, integer, nullable, text, value } from "../../sql/entity.ts";
import { declareFilterValues, declarePeriods, periodsIn } from "../../sql/filter-values.ts";
import { page, paged } from "../../sql/paged.ts";
import { asOf, codeOf, municipalityCode, where } from "../../sql/standard-arguments.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import {
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { oneQuery, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { pageUrl } from "../municipality/page-url.ts";
import { pledge, pledgeLink } from "../pledge/pledge.ts";
import { ofPledges, PledgeFilter } from "../pledge/pledge-as-of.ts";
import { readFrom } from "../release/citation.ts";
import { OutletKind } from "./outlet-kind.ts";

@InputType(whereDescription("판매장", "outlets"))
class OutletWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @Field(() => [OutletKind], { nullable: true, description: describe("유형.", "Kinds of outlet.") })
  kind?: OutletKind[] | null;

  @PledgeFilter()
  pledge?: string[] | null;
}

@InputType(whereDescription("달", "months"))
class OutletMonthWhere {
  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}

/** The sales of a month: a row of `outlet_sales`. */
export const outletMonth = entity(
  "OutletMonth",
  { ko: "한 판매장의 한 달 매출.", en: "Sales of an outlet in a month." },
  {
    month: value(() => MonthScalar, "month", "달.", "The month."),
    sales: value(
      () => WonScalar,
      "amount",
      "매출(원). 보고가 없으면 null.",
      "Sales in won; null if not reported.",
      nullable,
    ),
    enterprises: integer(
      "enterprises",
      "참여 기업 수. 보고가 없으면 null.",
      "Number of participating enterprises; null if not reported.",
      nullable,
    ),
    ...readFrom,
  },
);
paged(outletMonth, "달 매출", "monthly sales");

/** An outlet: a row of `outlet`. */
export const outlet = entity(
  "Outlet",
  {
    ko: "사회적경제기업 제품의 판매장.",
    en: "An outlet that sells products of social economy enterprises.",
  },
  {
    code: code("code", "판매장코드, 예: S01.", "Code of the outlet, e.g. S01."),
    name: text("name", "이름.", "Name in Korean."),
    ...pageUrl("outlets", (row) => `${row}.code`),
    kind: value(() => OutletKind, "kind", "유형.", "Kind of outlet."),
    openedOn: value(
      () => DateScalar,
      "opened_on",
      "문을 연 날. 모르면 null.",
      "First day; null if unknown.",
      nullable,
    ),
    closedOn: value(
      () => DateScalar,
      "closed_on",
      "마지막 날. 열려 있으면 null.",
      "Last day; null while open.",
      nullable,
    ),
    partner: text(
      "partner",
      "함께 운영하는 기관. 밝히지 않았으면 null.",
      "Partner that runs it with the city; null if not stated.",
      nullable,
    ),
    pledge: pledgeLink,
    sales: page(
      outletMonth,
      (alias, scope, values, row) => ({
        from: `outlet_sales AS ${alias}`,
        where: `${scope.sameMunicipality(alias, row)} AND ${alias}.outlet_code = ${row}.code
          ${scope.parameters.anyOf(`${alias}.month / 3`, "integer", quartersNamed(values.where ?? {}))}`,
        order: `${alias}.month`,
      }),
      { ko: "달마다의 매출, 달 순.", en: "Its sales, by month." },
      { where: where(() => OutletMonthWhere, "Which months.") },
    ),
    ...readFrom,
  },
);
paged(outlet, "판매장", "outlets");

extend(outletMonth, {
  outlet: codeLink(outlet, { table: "outlet", by: "outlet_code" }, "판매장.", "The outlet."),
});

extend(pledge, {
  outlets: {
    is: "list",
    size: { elements: 20 },
    of: outlet,
    rows: (alias, scope, _, row) => ({
      from: `outlet AS ${alias}`,
      where: `${scope.sameMunicipality(alias, row)} AND ${alias}.pledge_id = ${row}.id`,
      order: `${alias}.code`,
    }),
    description: { ko: "딸린 판매장, 코드 순.", en: "Its outlets, by code." },
  },
});

/** Queries for outlets. */
export const outletQueries: readonly TableQuery[] = [
  oneQuery(
    "outlet",
    outlet,
    (alias, scope, { code }) => ({
      from: `outlet AS ${alias}`,
      where: `${scope.facts(alias)} AND ${alias}.code = ${scope.parameters.add(code)}`,
      order: `${alias}.code`,
    }),
    {
      description: {
        ko: "판매장 하나. 그 시각에 없던 판매장이면 null, 허브가 모르는 코드면 오류.",
        en: "One outlet; null if it was not known at the time. A code that the hub has never known is an error.",
      },
      arguments: {
        code: codeOf("판매장코드, 예: S01.", "Code of the outlet, e.g. S01."),
        municipality: municipalityCode,
        asOf,
      },
    },
  ),
  pageQuery(
    "outlets",
    outlet,
    50,
    (alias, scope, values) => {
      const filter: OutletWhere = values.where ?? {};
      return {
        from: `outlet AS ${alias}`,
        where: `${scope.facts(alias)}${scope.parameters.anyOf(`${alias}.kind`, "outlet_kind", filter.kind)}
          ${ofPledges(filter.pledge, `${alias}.municipality_id`, `${alias}.pledge_id`, scope)}`,
        order: `${alias}.municipality_id, ${alias}.code`,
      };
    },
    {
      description: { ko: "판매장 목록, 코드 순.", en: "Outlets, by code." },
      arguments: { where: where(() => OutletWhere, "Which outlets.") },
    },
  ),
];

declareFilterValues("outlet", {
  name: { ko: "판매장코드", en: "outlet" },
  columns: [{ table: "outlet", column: "code" }],
});
declarePeriods(periodsIn("outlet_sales", "month", 3));
