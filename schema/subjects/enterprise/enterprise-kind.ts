import { registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";

/** The kinds of enterprise of the social economy, in the order in which one counts before another. */
export enum EnterpriseKind {
  CERTIFIED_SOCIAL_ENTERPRISE = "CERTIFIED_SOCIAL_ENTERPRISE",
  PRELIMINARY_SOCIAL_ENTERPRISE = "PRELIMINARY_SOCIAL_ENTERPRISE",
  SOCIAL_COOPERATIVE = "SOCIAL_COOPERATIVE",
  VILLAGE_ENTERPRISE = "VILLAGE_ENTERPRISE",
  SELF_SUPPORT_ENTERPRISE = "SELF_SUPPORT_ENTERPRISE",
}
registerEnumType(EnterpriseKind, {
  name: "EnterpriseKind",
  description: describe(
    "사회적경제기업의 유형. 한 날에 둘이면 앞의 것으로 한 번만 셉니다.",
    "Kinds of enterprise of the social economy; with two on one day the first counts, once.",
  ),
  valuesConfig: {
    CERTIFIED_SOCIAL_ENTERPRISE: { description: describe("인증사회적기업", "Certified social enterprise") },
    PRELIMINARY_SOCIAL_ENTERPRISE: {
      description: describe("예비사회적기업", "Preliminary social enterprise"),
    },
    SOCIAL_COOPERATIVE: { description: describe("사회적협동조합", "Social cooperative") },
    VILLAGE_ENTERPRISE: { description: describe("마을기업", "Village enterprise") },
    SELF_SUPPORT_ENTERPRISE: { description: describe("자활기업", "Self-support enterprise") },
  },
});
