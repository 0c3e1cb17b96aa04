import { Arg, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { MonthNumber } from "../../core/scalars/month.ts";
import { MonthScalar } from "../../core/scalars/scalars.ts";
import { everyone, linkedPage, linkParameters } from "../../sql/linked-page.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import { inChargeNamed, pledgesNamed, whereDescription } from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { factById, knownIn } from "../release/feed-fact.ts";
import { Outlet } from "./outlet.ts";
import { OutletMonth } from "./outlet-month.ts";
import { OutletMonthConnection } from "./outlet-resolver.ts";
import { OutletSalesWhere } from "./outlet-sales-summary-lines.ts";

@InputType(whereDescription("달 매출", "monthly sales"))
export class OutletMonthlySalesWhere extends OutletSalesWhere {
  @Field(() => [MonthScalar], { nullable: true, description: describe("달.", "Months.") })
  month?: MonthNumber[] | null;
}

/** SQL of the pledge that the outlet of a row of sales belongs to. */
const pledgeOfOutlet = (time: string): string =>
  `(SELECT pledge_id FROM outlet WHERE outlet.municipality_id = outlet_sales.municipality_id
    AND outlet.code = outlet_code AND ${knownIn(time, "outlet")})`;

@Resolver(() => OutletMonth)
export class OutletSalesResolver {
  @Query(() => OutletMonthConnection, {
    description: describe(
      "판매장의 달마다 매출, 달 순, 그 안에서는 판매장코드 순.",
      "Monthly sales of outlets, by month, and in it by code of the outlet.",
    ),
  })
  async outletSales(
    @Ctx() context: HubContext,
    @Arg("where", () => OutletMonthlySalesWhere, {
      nullable: true,
      description: describe("조건.", "Which sales."),
    })
    where: OutletMonthlySalesWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<OutletMonth>> {
    const knownAt = await context.knownAt(asOf);
    const { parameters, values } = linkParameters();
    const cities = await municipalitiesListed(context, where?.municipality, knownAt);
    const time = parameters.add(knownAt);
    const kinds = parameters.anyOf("kind", "outlet_kind", where?.kind);
    const ofOutlets = kinds + pledgesNamed(where?.pledge, parameters);
    const rows = `
      SELECT owner, id, month, municipality_id, outlet_code FROM unnest($1::integer[]) AS owner, outlet_sales
      WHERE ${knownIn(time)}${parameters.anyOf("municipality_id", "integer", cities)}
        ${parameters.anyOf("outlet_code", "text", where?.outlet)}${parameters.anyOf("month", "integer", where?.month)}
        ${parameters.anyOf("month / 3", "integer", quartersNamed(where ?? {}))}
        ${inChargeNamed(where?.department, pledgeOfOutlet(time), "outlet_sales.month / 3", time, parameters)}
        ${ofOutlets ? `AND (municipality_id, outlet_code) IN (SELECT municipality_id, code FROM outlet WHERE ${knownIn(time)}${ofOutlets})` : ""}`;
    const node = (id: number) => factById(context, OutletMonth, id, knownAt);
    const link = { rows, values: values(), order: "month, municipality_id, outlet_code", node };
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }

  @FieldResolver(() => Outlet, { description: describe("판매장.", "The outlet.") })
  async outlet(
    @Root() { municipalityId, outletCode, knownAt }: OutletMonth,
    @Ctx() context: HubContext,
  ): Promise<Outlet> {
    const found = await context.one(
      `outlet by code at ${knownAt}`,
      `${municipalityId} ${outletCode}`,
      async (keys) => {
        const owners = keys.map((key) => key.split(" "));
        return context.database.query<{ id: number; key: string }[]>(
          `SELECT id, municipality_id || ' ' || code AS key FROM outlet
           WHERE ${knownIn("$1")} AND municipality_id = ANY($2::integer[]) AND code = ANY($3)`,
          [knownAt, owners.map(([city]) => city), owners.map(([, ...code]) => code.join(" "))],
        );
      },
      ({ key }) => key,
    );
    return (await factById(context, Outlet, found!.id, knownAt))!;
  }
}
