import { Field, ID, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { PledgeState } from "./pledge-state.ts";

@InputType({
  description: describe(
    "어떤 공약만 볼 것인가. 빠진 조건은 모두, 빈 목록은 아무것도. 이행 상태는 한 분기의 것입니다: 물은 분기 가운데, 분기를 빼면 모든 분기 가운데 상태가 있는 마지막 분기. 집계를 분기로 묶으면 각 분기. 상태로 거른 목록의 공약은 그 분기의 것입니다.",
    "Which pledges to include. An omitted filter keeps all; an empty list keeps none. States are those of one quarter: the last one with states among the quarters in the filter (default: among all), or each quarter if a summary is grouped by it. Pledges listed by state are shown as of that quarter.",
  ),
})
export class PledgeWhere {
  @Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; default: the home municipality.",
    ),
  })
  municipality?: string[] | null;

  @Field(() => [String], { nullable: true, description: describe("소관부서 이름.", "Names of departments.") })
  department?: string[] | null;

  @Field(() => [PledgeState], { nullable: true, description: describe("이행 상태.", "States of progress.") })
  state?: PledgeState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      "true면 그 분기에 상태가 보고된 공약만, false면 그 분기까지 알려졌으나 그 분기에 상태가 보고되지 않은 공약만. 빼면 모두.",
      "True: pledges with a state in the quarter. False: pledges known by then without a state in it. Default: all.",
    ),
  })
  hasState?: boolean | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe(
      "분기. 이 분기들 가운데 하나에 보고서나 상태가 있는 공약. 빼면 모두.",
      "Pledges with a report or state in one of these quarters. Default: all.",
    ),
  })
  quarter?: QuarterNumber[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe("공약번호나 공약명에 들어 있는 글.", "Text contained in the code or title."),
  })
  search?: string | null;
}
