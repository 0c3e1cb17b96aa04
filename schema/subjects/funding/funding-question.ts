import { declareEnum } from "../../core/enum-words.ts";
import type { Question } from "../../sql/summary/question.ts";
import type { FundingWhere } from "./funding-where.ts";

/** How rows of funding can be ordered. */
export enum FundingOrder {
  PUBLISHED_DESC = "PUBLISHED_DESC",
  BUDGETED_DESC = "BUDGETED_DESC",
  EXECUTED_DESC = "EXECUTED_DESC",
  EXECUTION_ASC = "EXECUTION_ASC",
  EXECUTION_DESC = "EXECUTION_DESC",
}
declareEnum(FundingOrder, {
  name: "FundingOrder",
  description: {
    ko: "행의 순서. 값이 없는 행은 끝에 옵니다.",
    en: "The order of rows; rows without the value come last.",
  },
  values: {
    PUBLISHED_DESC: { ko: "공표액이 큰 것부터", en: "Largest published amount first" },
    BUDGETED_DESC: { ko: "예산현액이 큰 것부터", en: "Largest current budget first" },
    EXECUTED_DESC: { ko: "집행액이 큰 것부터", en: "Largest executed amount first" },
    EXECUTION_ASC: { ko: "집행률이 낮은 것부터", en: "Lowest execution rate first" },
    EXECUTION_DESC: { ko: "집행률이 높은 것부터", en: "Highest execution rate first" },
  },
});

/** A question to the summary of funding. */
export interface FundingQuestion extends Question {
  where: FundingWhere;
  orderBy?: FundingOrder[] | null;
  first?: number | null;
}
