import { Field, ID, InputType } from "type-graphql";
import { declareEnum } from "../../core/enum-words.ts";
import { describe } from "../../core/localized.ts";
import type { Argument } from "../../sql/entity.ts";
import { declareFilterValues, declarePeriods } from "../../sql/filter-values.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { ListRows } from "../../sql/row-sql.ts";
import { where } from "../../sql/standard-arguments.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import {
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { DepartmentFilter, ofDepartments } from "../department/department.ts";
import { EnterpriseKind } from "../enterprise/enterprise-kind.ts";

/** How purchases can be ordered. */
enum PurchaseOrder {
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
    AMOUNT_DESC: { ko: "금액이 큰 것부터", en: "Largest amount first; rows without an amount last." },
  },
});

/** SQL of each order; {} is replaced by the alias of the rows. */
const orders: Record<PurchaseOrder, string> = {
  DATE_ASC: "{}.purchased_on, {}.number, {}.municipality_id",
  DATE_DESC: "{}.purchased_on DESC, {}.number, {}.municipality_id",
  AMOUNT_DESC: "{}.amount DESC NULLS LAST, {}.number, {}.municipality_id",
};

@InputType(whereDescription("구매", "purchases"))
class LinkedPurchaseWhere {
  @DepartmentFilter()
  department?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: describe(
      "공급자의 사업자등록번호, 숫자 열 자리.",
      "Business registration numbers of suppliers, ten digits.",
    ),
  })
  businessNumber?: string[] | null;

  @Field(() => [EnterpriseKind], {
    nullable: true,
    description: describe(
      "구매일에 유효한 인증의 유형. 둘 이상이면 순서가 앞선 하나만 칩니다.",
      "Kinds that the supplier was certified as on the day; if several, the first in order counts.",
    ),
  })
  enterpriseKind?: EnterpriseKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      "보조금만(참) 또는 보조금 아닌 것만(거짓).",
      "True: grants only. False: all except grants. Default: all.",
    ),
  })
  isGrant?: boolean | null;

  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}

@InputType(whereDescription("구매", "purchases"))
class ListedPurchaseWhere extends LinkedPurchaseWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;
}

/** The arguments of a list of purchases. */
const listArguments = (type: () => unknown): Readonly<Record<string, Argument>> => ({
  where: where(type, "Which purchases."),
  orderBy: {
    type: () => PurchaseOrder,
    nullable: false,
    default: PurchaseOrder.DATE_ASC,
    description: { ko: "순서.", en: "Their order." },
  },
});
export const purchaseArguments = listArguments(() => ListedPurchaseWhere);
export const linkedPurchaseArguments = listArguments(() => LinkedPurchaseWhere);

/** The purchases of a list; `ofRow` is SQL that links them to the row. Default: those of the municipality. */
export const purchaseRows =
  (ofRow?: (alias: string, row: string) => string): ListRows =>
  (alias, scope, { where: filter, orderBy }, row) => ({
    from: `purchase AS ${alias}`,
    where: `${ofRow ? `${scope.sameMunicipality(alias, row)} AND ${ofRow(alias, row)}` : scope.facts(alias)}
      ${conditions(filter ?? {}, alias, scope)}`,
    order: orders[orderBy as PurchaseOrder].replaceAll("{}", alias),
  });

function conditions(filter: LinkedPurchaseWhere, alias: string, scope: QueryScope): string {
  const { parameters } = scope;
  const quarter = `(extract(year FROM ${alias}.purchased_on) * 4 + extract(quarter FROM ${alias}.purchased_on) - 1)`;
  // Consistent with purchaseSummary: of the certificates valid on the day, the first kind in order.
  const kind = `(SELECT min(kind) FROM enterprise_certificate AS certificate
    WHERE ${scope.sameMunicipality("certificate", alias)} AND certificate.business_number = ${alias}.business_number
      AND ${alias}.purchased_on BETWEEN certificate.certified_on AND coalesce(certificate.expires_on, 'infinity'))`;
  return `${parameters.anyOf(kind, "enterprise_kind", filter.enterpriseKind)}
    ${ofDepartments(filter.department, `${alias}.municipality_id`, `${alias}.department_id`, scope)}
    ${parameters.anyOf(`${alias}.business_number`, "text", filter.businessNumber)}
    ${parameters.anyOf(quarter, "integer", quartersNamed(filter))}
    ${filter.isGrant == null ? "" : `AND ${alias}.is_grant = ${parameters.add(filter.isGrant)}`}`;
}

declareFilterValues("businessNumber", {
  name: { ko: "사업자등록번호", en: "business registration number" },
  columns: [
    { table: "enterprise_certificate", column: "business_number" },
    { table: "purchase", column: "business_number" },
  ],
});

/** SQL of the first day of a quarter; null for one of a year that is no date. */
function firstDay(quarter: number): string | null {
  const year = Math.floor(quarter / 4);
  const month = String((quarter % 4) * 3 + 1).padStart(2, "0");
  return year >= 1 && year <= 9999 ? `DATE '${String(year).padStart(4, "0")}-${month}-01'` : null;
}

const quarterOf = (day: string): string =>
  `(extract(year FROM ${day}) * 4 + extract(quarter FROM ${day}) - 1)::integer`;

declarePeriods({
  table: "purchase",
  since: (quarter) => (firstDay(quarter) ? `purchased_on >= ${firstDay(quarter)}` : `${quarter < 4}`),
  until: (quarter) => (firstDay(quarter + 1) ? `purchased_on < ${firstDay(quarter + 1)}` : `${quarter >= 4}`),
  first: quarterOf("min(purchased_on)"),
  last: quarterOf("max(purchased_on)"),
});
