import type { Feed } from "../../feeds/feed.ts";

/** Yearly target rates of departments for preferential purchasing. */
export const purchaseTargetFeed: Feed = {
  name: "purchase-target",
  table: "purchase_target",
  title: { ko: "구매목표", en: "Purchase targets" },
  subject: "PURCHASE_TARGET",
  period: "year",
  plausible: [{ is: "near", field: "year", years: 10 }],
  columns: [
    {
      field: "year",
      heading: "연도",
      type: { is: "year" },
      key: true,
      means: { ko: "목표의 연도", en: "year of the target" },
      example: "2025",
      synonyms: ["년도", "회계연도", "기준연도"],
    },
    {
      field: "department",
      heading: "부서명",
      type: { is: "text" },
      key: true,
      references: "department",
      reporter: true,
      means: { ko: "목표를 받은 부서", en: "the department with the target" },
      example: "회계과",
      synonyms: ["부서", "담당부서", "과명"],
    },
    {
      field: "basis",
      heading: "기준",
      type: {
        is: "choice",
        choices: { 사회적기업: "SOCIAL_ENTERPRISE", 사회적경제: "SOCIAL_ECONOMY" },
        spellings: {
          인증사회적기업: "사회적기업",
          사회적경제기업: "사회적경제",
          사회적경제조직: "사회적경제",
        },
      },
      key: true,
      means: { ko: "우선구매율을 재는 기준", en: "basis of the purchase rate" },
      example: "사회적경제",
      synonyms: ["기준구분", "목표기준"],
    },
    {
      field: "rate",
      heading: "목표율",
      english: "target rate",
      type: { is: "percent" },
      unit: "%",
      means: { ko: "우선구매율 목표", en: "the purchase rate to reach" },
      example: "18.5",
      synonyms: ["목표", "목표비율", "목표치"],
    },
  ],
};
