import { Field, Float, ID, InputType, Int, registerEnumType } from "type-graphql";
import { describe } from "../localized.ts";
import type { QuarterNumber } from "../scalars/quarter.ts";
import { QuarterScalar } from "../scalars/scalars.ts";
import { FundingSource } from "./funding-kinds.ts";

/** What funding can be grouped by. */
export enum FundingDimension {
  DEPARTMENT = "DEPARTMENT",
  PLEDGE = "PLEDGE",
  SOURCE = "SOURCE",
  YEAR = "YEAR",
  QUARTER = "QUARTER",
}
registerEnumType(FundingDimension, {
  name: "FundingDimension",
  description: describe("무엇으로 묶을 것인가.", "What funding can be grouped by."),
  valuesConfig: {
    DEPARTMENT: { description: describe("소관부서(그 분기의)", "Department in charge at the quarter") },
    PLEDGE: { description: describe("공약", "Pledge") },
    SOURCE: { description: describe("재원", "Source of the money") },
    YEAR: {
      description: describe(
        "금액이 속한 해. 임기 전·후는 null",
        "Year of the amount; null before and after the term",
      ),
    },
    QUARTER: { description: describe("보고 분기", "Quarter of the report") },
  },
});

/** How rows of funding can be ordered. */
export enum FundingOrder {
  PUBLISHED_DESC = "PUBLISHED_DESC",
  BUDGETED_DESC = "BUDGETED_DESC",
  EXECUTED_DESC = "EXECUTED_DESC",
  EXECUTION_ASC = "EXECUTION_ASC",
  EXECUTION_DESC = "EXECUTION_DESC",
}
registerEnumType(FundingOrder, {
  name: "FundingOrder",
  description: describe(
    "행의 순서. 값이 없는 행은 끝에 옵니다.",
    "The order of rows; rows without the value come last.",
  ),
  valuesConfig: {
    PUBLISHED_DESC: { description: describe("공표액이 큰 것부터", "Largest published amount first") },
    BUDGETED_DESC: { description: describe("예산현액이 큰 것부터", "Largest current budget first") },
    EXECUTED_DESC: { description: describe("집행액이 큰 것부터", "Largest executed amount first") },
    EXECUTION_ASC: { description: describe("집행률이 낮은 것부터", "Lowest execution rate first") },
    EXECUTION_DESC: { description: describe("집행률이 높은 것부터", "Highest execution rate first") },
  },
});

@InputType({
  description: describe(
    "어떤 금액만 볼 것인가. 빠진 조건은 모두, 빈 목록은 아무것도.",
    "Which lines are meant. What is left out keeps all; an empty list keeps nothing.",
  ),
})
export class FundingWhere {
  @Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; left out: the home municipality.",
    ),
  })
  municipality?: string[] | null;

  @Field(() => [ID], { nullable: true, description: describe("공약번호.", "Codes of pledges.") })
  pledge?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: describe("소관부서 이름(그 분기의).", "Names of departments in charge at the quarter."),
  })
  department?: string[] | null;

  @Field(() => [FundingSource], { nullable: true, description: describe("재원.", "Sources.") })
  source?: FundingSource[] | null;

  @Field(() => [Int], { nullable: true, description: describe("금액이 속한 해.", "Years of the amounts.") })
  year?: number[] | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe(
      "보고 분기. 빼고 묶지도 않으면 지자체에 금액이 있는 마지막 분기.",
      "Quarters of the reports. Left out and not a key: the latest that the municipality has any funding for.",
    ),
  })
  quarter?: QuarterNumber[] | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "집행률이 알려져 있고 이보다 낮은 행만(0.6은 60%).",
      "Only rows whose execution rate is known and below this fraction (0.6 is 60%).",
    ),
  })
  belowExecution?: number | null;
}
