import { Field, ID, InputType } from "type-graphql";
import { connectionOf } from "../../core/connection.ts";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { declareEnum } from "../../core/enum-words.ts";
import { describe } from "../../core/localized.ts";
import { type Link, linkParameters } from "../../sql/linked-page.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import {
  DepartmentFilter,
  departmentsNamed,
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { EnterpriseKind } from "../enterprise/enterprise-kind.ts";
import { factById, knownIn } from "../release/feed-fact.ts";
import { Purchase } from "./purchase.ts";

/** Purchases in pages. */
export const PurchaseConnection = connectionOf(Purchase, "PurchaseConnection", "구매", "purchases");

/** How purchases can be ordered. */
export enum PurchaseOrder {
  DATE_ASC = "DATE_ASC",
  DATE_DESC = "DATE_DESC",
  AMOUNT_DESC = "AMOUNT_DESC",
}
declareEnum(PurchaseOrder, {
  name: "PurchaseOrder",
  description: { ko: "구매의 순서.", en: "The order of purchases." },
  values: {
    DATE_ASC: { ko: "오래된 것부터", en: "Oldest first" },
    DATE_DESC: { ko: "새것부터", en: "Newest first" },
    AMOUNT_DESC: { ko: "금액이 큰 것부터", en: "Largest amount first; without one last." },
  },
});

const orders: Record<PurchaseOrder, string> = {
  DATE_ASC: "purchased_on, number",
  DATE_DESC: "purchased_on DESC, number",
  AMOUNT_DESC: "amount DESC NULLS LAST, number",
};

@InputType(whereDescription("구매", "purchases"))
export class LinkedPurchaseWhere {
  @DepartmentFilter()
  department?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: describe("공급자의 사업자등록번호, 숫자 열 자리.", "Numbers of suppliers, ten digits."),
  })
  businessNumber?: string[] | null;

  @Field(() => [EnterpriseKind], {
    nullable: true,
    description: describe(
      "구매일에 유효한 인증의 유형. 둘 이상이면 순서가 앞선 하나만 칩니다.",
      "Kinds that the supplier was certified as on the day; of several the first in their order counts.",
    ),
  })
  enterpriseKind?: EnterpriseKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe("보조금만(참) 또는 보조금 아닌 것만(거짓).", "Grants only, or all but grants."),
  })
  isGrant?: boolean | null;

  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}

@InputType(whereDescription("구매", "purchases"))
export class ListedPurchaseWhere extends LinkedPurchaseWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;
}

/** The purchases that meet the conditions; `from` joins `purchase` to what owns it, and gives `owner`. */
export function purchaseLink(
  context: HubContext,
  knownAt: KnownAt,
  from: string,
  where: LinkedPurchaseWhere,
  cities: number[] | null,
  order: PurchaseOrder,
): Link<Purchase> {
  const { parameters, values } = linkParameters();
  const quarter = "(extract(year FROM purchased_on) * 4 + extract(quarter FROM purchased_on) - 1)";
  const time = parameters.add(knownAt);
  // As purchaseSummary counts it: of certificates that held on the day the first kind in their order.
  const kind = `(SELECT min(kind) FROM enterprise_certificate AS held
    WHERE held.municipality_id = purchase.municipality_id AND held.business_number = purchase.business_number
      AND ${knownIn(time, "held")}
      AND purchased_on >= certified_on AND purchased_on <= coalesce(expires_on, 'infinity'))`;
  const rows = `
    SELECT owner, id, purchased_on, number, amount FROM ${from}
    WHERE ${knownIn(time)}${parameters.anyOf("municipality_id", "integer", cities)}
      ${parameters.anyOf(kind, "enterprise_kind", where.enterpriseKind)}
      ${departmentsNamed(where.department, parameters)}
      ${parameters.anyOf("business_number", "text", where.businessNumber)}
      ${parameters.anyOf(quarter, "integer", quartersNamed(where))}
      ${where.isGrant == null ? "" : `AND is_grant = ${parameters.add(where.isGrant)}`}`;
  return {
    rows,
    values: values(),
    order: orders[order],
    node: (id) => factById(context, Purchase, id, knownAt),
  };
}
