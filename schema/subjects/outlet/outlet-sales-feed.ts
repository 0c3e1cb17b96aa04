import type { Feed } from "../../feeds/feed.ts";

/** Sales of outlets by month. */
export const outletSalesFeed: Feed = {
  name: "outlet-sales",
  table: "outlet_sales",
  title: { ko: "판매장 매출", en: "Outlet sales" },
  subject: "OUTLET_SALES",
  period: "month",
  plausible: [{ is: "past", field: "month" }],
  columns: [
    {
      field: "outlet_code",
      heading: "판매장코드",
      type: { is: "text" },
      key: true,
      references: "outlet",
      means: { ko: "판매장의 코드", en: "code of the outlet" },
      example: "S01",
      synonyms: ["판매장", "코드", "매장코드"],
    },
    {
      field: "month",
      heading: "매출월",
      type: { is: "month" },
      key: true,
      means: { ko: "매출의 달", en: "month of the sales" },
      example: "2025-03",
      synonyms: ["월", "년월", "연월", "판매월"],
    },
    {
      field: "amount",
      measure: "sales",
      heading: "매출액",
      type: { is: "won" },
      unit: "원",
      means: { ko: "그 달의 매출, 모르면 비움", en: "sales of the month; blank where not known" },
      example: "2,778,000",
      synonyms: ["매출", "판매액", "매출금액"],
    },
    {
      field: "enterprises",
      heading: "참여기업수",
      type: { is: "count" },
      unit: "개",
      means: { ko: "참여한 기업의 수", en: "how many enterprises took part" },
      example: "9",
      synonyms: ["참여기업", "기업수"],
    },
  ],
};
