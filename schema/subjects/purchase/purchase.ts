import { DateScalar, WonScalar } from "../../core/scalars/scalars.ts";
import { code, entity, extend, nullable, text, value } from "../../sql/entity.ts";
import { page, paged } from "../../sql/paged.ts";
import { pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { department, departmentLink } from "../department/department.ts";
import { enterprise, enterpriseLink } from "../enterprise/enterprise.ts";
import { readFrom } from "../release/citation.ts";
import { linkedPurchaseArguments, purchaseArguments, purchaseRows } from "./purchase-list.ts";

/** A purchase: a row of `purchase`. */
const purchase = entity(
  "Purchase",
  { ko: "부서의 구매 한 건.", en: "A purchase by a department." },
  {
    number: code("number", "구매번호.", "Number of the purchase."),
    purchasedOn: value(() => DateScalar, "purchased_on", "구매일.", "Day of the purchase."),
    department: departmentLink("구매한 부서.", "The department that made the purchase."),
    businessNumber: code(
      "business_number",
      "공급자의 사업자등록번호, 숫자 열 자리.",
      "Business registration number of the supplier, ten digits.",
    ),
    enterprise: enterpriseLink(
      "공급한 사회적경제기업. 인증이 없는 보통 기업이면 null.",
      "The social economy enterprise that supplied it; null for an ordinary firm.",
    ),
    category: text(
      "category",
      "구분: 물품, 용역, 공사. 밝히지 않았으면 null.",
      "Category in Korean: goods, services or works; null if not stated.",
      nullable,
    ),
    amount: value(
      () => WonScalar,
      "amount",
      "금액(원). 보고가 없으면 null.",
      "Amount in won; null if not reported.",
      nullable,
    ),
    isGrant: value(() => Boolean, "is_grant", "보조금이면 참.", "True for a grant."),
    ...readFrom,
  },
);
paged(purchase, "구매", "purchases");

extend(department, {
  purchases: page(
    purchase,
    purchaseRows((alias, row) => `${alias}.department_id = ${row}.id`),
    { ko: "이 부서의 구매.", en: "Its purchases." },
    linkedPurchaseArguments,
  ),
});

extend(enterprise, {
  purchases: page(
    purchase,
    purchaseRows((alias, row) => `${alias}.business_number = ${row}.business_number`),
    { ko: "이 기업에서 산 것.", en: "Purchases from this enterprise." },
    linkedPurchaseArguments,
  ),
});

/** Queries for purchases. */
export const purchaseQueries: readonly TableQuery[] = [
  pageQuery("purchases", purchase, 50, purchaseRows(), {
    description: { ko: "구매 목록.", en: "Purchases." },
    arguments: purchaseArguments,
    reach: ["purchase"],
  }),
];
