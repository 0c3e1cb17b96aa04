import { declareEnum } from "../../core/enum-words.ts";

/** Sources of funding: 국비, 도비, 시비, 기타. */
export enum FundingSource {
  NATIONAL = "NATIONAL",
  PROVINCE = "PROVINCE",
  CITY = "CITY",
  OTHER = "OTHER",
}
/** Labels of the sources. */
export const fundingSourceWords = declareEnum(FundingSource, {
  name: "FundingSource",
  description: { ko: "재원: 누가 대는 돈인가.", en: "Sources of funding." },
  values: {
    NATIONAL: { ko: "국비", en: "National" },
    PROVINCE: { ko: "도비", en: "Provincial" },
    CITY: { ko: "시비", en: "City" },
    OTHER: { ko: "기타", en: "Other" },
  },
});

/** Phases of amounts. PUBLISHED: the document gives an amount, and not what phase it is in. */
export enum FundingPhase {
  PLANNED = "PLANNED",
  SECURED = "SECURED",
  BUDGETED = "BUDGETED",
  EXECUTED = "EXECUTED",
  PUBLISHED = "PUBLISHED",
}
/** Labels of the phases. */
export const fundingPhaseWords = declareEnum(FundingPhase, {
  name: "FundingPhase",
  description: { ko: "금액이 뜻하는 단계.", en: "Phases of amounts." },
  values: {
    PLANNED: {
      ko: "총사업비 계획",
      en: "Planned",
      meaning: { ko: "총사업비 계획", en: "Planned total cost" },
    },
    SECURED: { ko: "확보", en: "Secured", meaning: { ko: "확보액", en: "Secured" } },
    BUDGETED: { ko: "예산현액", en: "Budgeted", meaning: { ko: "예산현액", en: "Current budget" } },
    EXECUTED: { ko: "집행 누계", en: "Executed", meaning: { ko: "집행액(누계)", en: "Executed to date" } },
    PUBLISHED: {
      ko: "단계 미상",
      en: "Phase not stated",
      meaning: {
        ko: "문서에 금액은 있으나 어느 단계인지 적혀 있지 않음",
        en: "The document prints the amount without its phase.",
      },
    },
  },
});
