import { Field, Float, InputType, Int } from "type-graphql";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { declarePeriods, periodsIn, yearsIn } from "../../sql/filter-values.ts";
import { MunicipalityFilter, whereDescription } from "../../sql/summary/filters.ts";
import { DepartmentFilter } from "../department/department.ts";
import { PledgeFilter } from "../pledge/pledge-as-of.ts";
import { FundingSource } from "./funding-kinds.ts";

@InputType(whereDescription("금액", "lines"))
export class FundingWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @PledgeFilter()
  pledge?: string[] | null;

  @DepartmentFilter("소관부서 이름(그 분기의).", "Names of departments in charge in the quarter.")
  department?: string[] | null;

  @Field(() => [FundingSource], { nullable: true, description: describe("재원.", "Sources.") })
  source?: FundingSource[] | null;

  @Field(() => [Int], { nullable: true, description: describe("금액이 속한 해.", "Years of the amounts.") })
  year?: number[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      "true면 해가 정해진 금액만, false면 임기 전후의 금액만. 빼면 모두.",
      "True: amounts of a year. False: amounts before and after the term, which have no year. Default: all.",
    ),
  })
  hasYear?: boolean | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe(
      "보고 분기. 빼고 묶지도 않으면 지자체에 금액이 있는 마지막 분기.",
      "Quarters of the reports. Default, if QUARTER is not a key: the latest quarter for which the municipality has funding.",
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

declarePeriods(periodsIn("funding_by_year", "quarter"));
declarePeriods({ ...yearsIn("funding_by_year", "year"), isOfAmounts: true });
