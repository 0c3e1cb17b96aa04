import { declareEnum } from "../../core/enum-words.ts";

/** Basis of preferential purchasing: which purchases qualify, and out of which total. */
export enum PurchaseBasis {
  SOCIAL_ENTERPRISE = "SOCIAL_ENTERPRISE",
  SOCIAL_ECONOMY = "SOCIAL_ECONOMY",
}
/** Labels of the bases. */
export const purchaseBasisWords = declareEnum(PurchaseBasis, {
  name: "PurchaseBasis",
  description: {
    ko: "우선구매율의 기준: 무엇을 무엇에 견주는가.",
    en: "Basis of preferential purchasing: which purchases qualify, and out of which total.",
  },
  values: {
    SOCIAL_ENTERPRISE: {
      ko: "사회적기업",
      en: "Social enterprise",
      meaning: {
        ko: "인증사회적기업에서 산 것을 모든 구매에 견줌",
        en: "Certified social enterprises out of all purchases",
      },
    },
    SOCIAL_ECONOMY: {
      ko: "사회적경제기업",
      en: "Social economy",
      meaning: {
        ko: "다섯 유형에서 산 것을 모든 구매에 견주되 보조금은 위아래에서 뺌",
        en: "All five kinds out of all purchases, both without grants",
      },
    },
  },
});
