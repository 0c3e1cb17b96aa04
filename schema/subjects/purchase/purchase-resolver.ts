import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { everyone, linkedPage } from "../../sql/linked-page.ts";
import { Department } from "../department/department.ts";
import { departmentById } from "../department/department-by-id.ts";
import { Enterprise, enterpriseByNumber } from "../enterprise/enterprise.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { Purchase } from "./purchase.ts";
import {
  LinkedPurchaseWhere,
  ListedPurchaseWhere,
  PurchaseConnection,
  PurchaseOrder,
  purchaseLink,
} from "./purchase-list.ts";

const PurchaseFilter = (Where: typeof LinkedPurchaseWhere): ReturnType<typeof Arg> =>
  Arg("where", () => Where, { nullable: true, description: describe("조건.", "Which purchases.") });

const OrderBy = (): ReturnType<typeof Arg> =>
  Arg("orderBy", () => PurchaseOrder, {
    defaultValue: PurchaseOrder.DATE_ASC,
    description: describe("순서.", "Their order."),
  });

@Resolver(() => Purchase)
export class PurchaseResolver {
  @Query(() => PurchaseConnection, { description: describe("구매 목록.", "Purchases.") })
  async purchases(
    @Ctx() context: HubContext,
    @PurchaseFilter(ListedPurchaseWhere) where: ListedPurchaseWhere | null,
    @OrderBy() orderBy: PurchaseOrder,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Purchase>> {
    const knownAt = await context.knownAt(asOf);
    const cities = await municipalitiesListed(context, where?.municipality, knownAt);
    const from = "unnest($1::integer[]) AS owner, purchase";
    const link = purchaseLink(context, knownAt, from, where ?? {}, cities, orderBy);
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }

  @FieldResolver(() => Department, { description: describe("구매한 부서.", "The department that bought.") })
  async department(@Root() purchase: Purchase, @Ctx() context: HubContext): Promise<Department> {
    return (await departmentById(context, purchase.departmentId, purchase.knownAt))!;
  }

  @FieldResolver(() => Enterprise, {
    nullable: true,
    description: describe(
      "공급한 사회적경제기업. 인증이 없는 보통 기업이면 null.",
      "The enterprise of the social economy that supplied it; null for an ordinary firm.",
    ),
  })
  enterprise(
    @Root() { municipalityId, businessNumber, knownAt }: Purchase,
    @Ctx() context: HubContext,
  ): Promise<Enterprise | null> {
    return enterpriseByNumber(context, municipalityId, businessNumber, knownAt);
  }
}

@Resolver(() => Department)
export class PurchasesOfDepartmentResolver {
  @FieldResolver(() => PurchaseConnection, { description: describe("이 부서의 구매.", "Its purchases.") })
  purchases(
    @Root() { id, knownAt }: Department,
    @Ctx() context: HubContext,
    @PurchaseFilter(LinkedPurchaseWhere) where: LinkedPurchaseWhere | null,
    @OrderBy() orderBy: PurchaseOrder,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Purchase>> {
    const from = "unnest($1::integer[]) AS owner JOIN purchase ON department_id = owner";
    const link = purchaseLink(context, knownAt, from, where ?? {}, null, orderBy);
    return linkedPage(context, id, link, pageOf(first ?? 50, after));
  }
}

@Resolver(() => Enterprise)
export class PurchasesOfEnterpriseResolver {
  @FieldResolver(() => PurchaseConnection, {
    description: describe("이 기업에서 산 것.", "What was bought from it."),
  })
  purchases(
    @Root() { key, knownAt }: Enterprise,
    @Ctx() context: HubContext,
    @PurchaseFilter(LinkedPurchaseWhere) where: LinkedPurchaseWhere | null,
    @OrderBy() orderBy: PurchaseOrder,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Purchase>> {
    const from = `unnest($1::text[]) AS owner JOIN purchase
      ON municipality_id = split_part(owner, ' ', 1)::integer AND business_number = split_part(owner, ' ', 2)`;
    const link = purchaseLink(context, knownAt, from, where ?? {}, null, orderBy);
    return linkedPage(context, key, link, pageOf(first ?? 50, after));
  }
}
