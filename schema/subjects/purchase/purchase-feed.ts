import type { Feed } from "../../feeds/feed.ts";

/** Purchases of departments, one per line. */
export const purchaseFeed: Feed = {
  name: "purchase",
  table: "purchase",
  title: { ko: "구매", en: "Purchases" },
  subject: "PURCHASE",
  period: "purchased_on",
  columns: [
    {
      field: "number",
      heading: "구매번호",
      type: { is: "text" },
      key: true,
      means: { ko: "구매의 번호", en: "number of the purchase" },
      example: "B2025-000123",
    },
    {
      field: "purchased_on",
      heading: "구매일자",
      type: { is: "date" },
      required: true,
      means: { ko: "구매한 날", en: "day of the purchase" },
      example: "2025-03-01",
    },
    {
      field: "department",
      heading: "부서명",
      type: { is: "text" },
      required: true,
      references: "department",
      means: { ko: "구매한 부서", en: "the department that bought" },
      example: "회계과",
    },
    {
      field: "business_number",
      heading: "사업자등록번호",
      type: { is: "businessNumber" },
      required: true,
      means: { ko: "공급한 업체의 사업자등록번호", en: "business number of the supplier" },
      example: "749-50-76503",
    },
    {
      field: "category",
      heading: "구분",
      type: { is: "text" },
      means: { ko: "물품, 용역, 공사 등", en: "goods, services, works and the like" },
      example: "물품",
    },
    {
      field: "amount",
      heading: "금액",
      type: { is: "won" },
      unit: "원",
      means: { ko: "구매한 금액", en: "amount of the purchase" },
      example: "1,466,051",
    },
    {
      field: "is_grant",
      heading: "보조금여부",
      english: "grant",
      type: { is: "yesNo" },
      required: true,
      means: { ko: "보조금이면 예", en: "예 (yes) for a grant" },
      example: "아니오",
    },
  ],
};
