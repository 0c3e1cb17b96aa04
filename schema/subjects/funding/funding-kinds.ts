import { registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";

/** Who pays: 국비, 도비, 시비, 기타. */
export enum FundingSource {
  NATIONAL = "NATIONAL",
  PROVINCE = "PROVINCE",
  CITY = "CITY",
  OTHER = "OTHER",
}

/** What an amount means. PUBLISHED: the document gives an amount, and not what phase it is in. */
export enum FundingPhase {
  PLANNED = "PLANNED",
  SECURED = "SECURED",
  BUDGETED = "BUDGETED",
  EXECUTED = "EXECUTED",
  PUBLISHED = "PUBLISHED",
}

registerEnumType(FundingSource, {
  name: "FundingSource",
  description: describe("재원: 누가 대는 돈인가.", "Who pays."),
  valuesConfig: {
    NATIONAL: { description: describe("국비", "National money") },
    PROVINCE: { description: describe("도비", "Provincial money") },
    CITY: { description: describe("시비", "City money") },
    OTHER: { description: describe("기타", "Other money") },
  },
});
registerEnumType(FundingPhase, {
  name: "FundingPhase",
  description: describe("금액이 뜻하는 단계.", "What an amount means."),
  valuesConfig: {
    PLANNED: { description: describe("총사업비 계획", "Planned total cost") },
    SECURED: { description: describe("확보액", "Secured") },
    BUDGETED: { description: describe("예산현액", "Current budget") },
    EXECUTED: { description: describe("집행액(누계)", "Executed to date") },
    PUBLISHED: {
      description: describe(
        "문서에 금액은 있으나 어느 단계인지 적혀 있지 않음",
        "The document gives an amount, and not what phase it is in.",
      ),
    },
  },
});
