import { Arg, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { everyone, linkedPage, linkParameters } from "../../sql/linked-page.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import {
  MunicipalityFilter,
  PledgeFilter,
  pledgesNamed,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { Pledge, pledgeAt } from "../pledge/pledge.ts";
import { factById, factsOfPledge, knownIn } from "../release/feed-fact.ts";
import { Outlet } from "./outlet.ts";
import { OutletKind } from "./outlet-kind.ts";
import { OutletMonth } from "./outlet-month.ts";

const OutletConnection = connectionOf(Outlet, "OutletConnection", "판매장", "outlets");
/** Monthly sales in pages. */
export const OutletMonthConnection = connectionOf(
  OutletMonth,
  "OutletMonthConnection",
  "달 매출",
  "monthly sales",
);

@InputType(whereDescription("판매장", "outlets"))
export class OutletWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @Field(() => [OutletKind], { nullable: true, description: describe("유형.", "Kinds of outlet.") })
  kind?: OutletKind[] | null;

  @PledgeFilter()
  pledge?: string[] | null;
}

@InputType(whereDescription("달", "months"))
export class OutletMonthWhere {
  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}

@Resolver(() => Outlet)
export class OutletResolver {
  @Query(() => OutletConnection, { description: describe("판매장 목록, 코드 순.", "Outlets, by code.") })
  async outlets(
    @Ctx() context: HubContext,
    @Arg("where", () => OutletWhere, { nullable: true, description: describe("조건.", "Which outlets.") })
    where: OutletWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Outlet>> {
    const knownAt = await context.knownAt(asOf);
    const { parameters, values } = linkParameters();
    const cities = await municipalitiesListed(context, where?.municipality, knownAt);
    const rows = `
      SELECT owner, id, municipality_id, code FROM unnest($1::integer[]) AS owner, outlet
      WHERE ${knownIn(parameters.add(knownAt))}${parameters.anyOf("municipality_id", "integer", cities)}
        ${parameters.anyOf("kind", "outlet_kind", where?.kind)}${pledgesNamed(where?.pledge, parameters)}`;
    const node = (id: number) => factById(context, Outlet, id, knownAt);
    const link = { rows, values: values(), order: "municipality_id, code", node };
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }

  @FieldResolver(() => Pledge, {
    nullable: true,
    description: describe("딸린 공약. 없으면 null.", "The pledge it belongs to; null without one."),
  })
  async pledge(@Root() { pledgeId, knownAt }: Outlet, @Ctx() context: HubContext): Promise<Pledge | null> {
    return pledgeId === null ? null : pledgeAt(context, pledgeId, null, knownAt);
  }

  @FieldResolver(() => OutletMonthConnection, {
    description: describe("달마다의 매출, 달 순.", "Its sales, by month."),
  })
  sales(
    @Root() { municipalityId, code, knownAt }: Outlet,
    @Ctx() context: HubContext,
    @Arg("where", () => OutletMonthWhere, { nullable: true, description: describe("조건.", "Which months.") })
    where: OutletMonthWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<OutletMonth>> {
    const { parameters, values } = linkParameters();
    const rows = `
      SELECT owner, id, month FROM unnest($1::text[]) AS owner JOIN outlet_sales
        ON municipality_id || ' ' || outlet_code = owner
      WHERE ${knownIn(parameters.add(knownAt))}${parameters.anyOf("month / 3", "integer", quartersNamed(where ?? {}))}`;
    const node = (id: number) => factById(context, OutletMonth, id, knownAt);
    const link = { rows, values: values(), order: "month", node };
    return linkedPage(context, `${municipalityId} ${code}`, link, pageOf(first ?? 50, after));
  }
}

@Resolver(() => Pledge)
export class OutletsOfPledgeResolver {
  @FieldResolver(() => [Outlet], { description: describe("딸린 판매장, 코드 순.", "Its outlets, by code.") })
  outlets(@Root() { id, knownAt }: Pledge, @Ctx() context: HubContext): Promise<Outlet[]> {
    return factsOfPledge(context, Outlet, id, knownAt, { code: "ASC" });
  }
}
