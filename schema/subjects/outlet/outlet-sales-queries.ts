import { Field, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import type { MonthNumber } from "../../core/scalars/month.ts";
import { MonthScalar } from "../../core/scalars/scalars.ts";
import { where } from "../../sql/standard-arguments.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import { whereDescription } from "../../sql/summary/filters.ts";
import { pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { inChargeOf, ofPledges } from "../pledge/pledge-as-of.ts";
import { outletMonth } from "./outlet.ts";
import { OutletSalesWhere } from "./outlet-sales-summary-lines.ts";

@InputType(whereDescription("달 매출", "monthly sales"))
class OutletMonthlySalesWhere extends OutletSalesWhere {
  @Field(() => [MonthScalar], { nullable: true, description: describe("달.", "Months.") })
  month?: MonthNumber[] | null;
}

/** Queries for monthly sales. */
export const outletSalesQueries: readonly TableQuery[] = [
  pageQuery(
    "outletSales",
    outletMonth,
    50,
    (alias, scope, values) => {
      const { parameters } = scope;
      const filter: OutletMonthlySalesWhere = values.where ?? {};
      const outlet = `${alias}_outlet`;
      return {
        from: `(SELECT sales.* FROM outlet_sales AS sales JOIN outlet AS ${outlet}
            ON ${scope.sameMunicipality(outlet, "sales")} AND ${outlet}.code = sales.outlet_code
          WHERE ${scope.facts("sales")}${parameters.anyOf("sales.outlet_code", "text", filter.outlet)}
            ${parameters.anyOf("sales.month", "integer", filter.month)}
            ${parameters.anyOf("sales.month / 3", "integer", quartersNamed(filter))}
            ${parameters.anyOf(`${outlet}.kind`, "outlet_kind", filter.kind)}
            ${ofPledges(filter.pledge, `${outlet}.municipality_id`, `${outlet}.pledge_id`, scope)}
            ${inChargeOf(filter.department, scope, outlet, `${outlet}.pledge_id`, "sales.month / 3")}) AS ${alias}`,
        where: "true",
        order: `${alias}.month, ${alias}.municipality_id, ${alias}.outlet_code`,
      };
    },
    {
      description: {
        ko: "판매장의 달마다 매출, 달 순, 그 안에서는 판매장코드 순.",
        en: "Monthly sales of outlets, by month, then by code of the outlet.",
      },
      arguments: { where: where(() => OutletMonthlySalesWhere, "Which sales.") },
      reach: ["outlet_sales"],
    },
  ),
];
