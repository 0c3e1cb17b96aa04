import { registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";

/** What counts as preferential purchasing, and against what. */
export enum PurchaseBasis {
  SOCIAL_ENTERPRISE = "SOCIAL_ENTERPRISE",
  SOCIAL_ECONOMY = "SOCIAL_ECONOMY",
}
registerEnumType(PurchaseBasis, {
  name: "PurchaseBasis",
  description: describe(
    "우선구매율의 기준: 무엇을 무엇에 견주는가.",
    "What counts as preferential purchasing, and against what.",
  ),
  valuesConfig: {
    SOCIAL_ENTERPRISE: {
      description: describe(
        "인증사회적기업에서 산 것을 모든 구매에 견줌",
        "Certified social enterprises, against all purchases",
      ),
    },
    SOCIAL_ECONOMY: {
      description: describe(
        "다섯 유형에서 산 것을 모든 구매에 견주되 보조금은 위아래에서 뺌",
        "All five kinds, against all purchases, grants left out above and below",
      ),
    },
  },
});
