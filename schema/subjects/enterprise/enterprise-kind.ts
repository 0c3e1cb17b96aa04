import { declareEnum } from "../../core/enum-words.ts";

/** Kinds of social economy enterprise, in order of precedence. */
export enum EnterpriseKind {
  CERTIFIED_SOCIAL_ENTERPRISE = "CERTIFIED_SOCIAL_ENTERPRISE",
  PRELIMINARY_SOCIAL_ENTERPRISE = "PRELIMINARY_SOCIAL_ENTERPRISE",
  SOCIAL_COOPERATIVE = "SOCIAL_COOPERATIVE",
  VILLAGE_ENTERPRISE = "VILLAGE_ENTERPRISE",
  SELF_SUPPORT_ENTERPRISE = "SELF_SUPPORT_ENTERPRISE",
}
/** Labels of the kinds. */
export const enterpriseKindWords = declareEnum(EnterpriseKind, {
  name: "EnterpriseKind",
  description: {
    ko: "사회적경제기업의 유형. 한 날에 둘이면 앞의 것으로 한 번만 셉니다.",
    en: "Kinds of social economy enterprise. An enterprise with two kinds on one day counts once, as the first.",
  },
  values: {
    CERTIFIED_SOCIAL_ENTERPRISE: { ko: "인증사회적기업", en: "Certified social enterprise" },
    PRELIMINARY_SOCIAL_ENTERPRISE: { ko: "예비사회적기업", en: "Preliminary social enterprise" },
    SOCIAL_COOPERATIVE: { ko: "사회적협동조합", en: "Social cooperative" },
    VILLAGE_ENTERPRISE: { ko: "마을기업", en: "Village enterprise" },
    SELF_SUPPORT_ENTERPRISE: { ko: "자활기업", en: "Self-support enterprise" },
  },
});
