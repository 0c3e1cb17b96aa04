import { Arg, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First, MunicipalityCode } from "../../core/arguments.ts";
import { type Connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { FundingPhase } from "../funding/funding-kinds.ts";
import { FundingLine } from "../funding/funding-line.ts";
import { fundingOfPledge } from "../funding/funding-lines.ts";
import { Report, reportsOf } from "../report/report.ts";
import { findPledges, pledgesOnPage } from "./find-pledges.ts";
import { Pledge, pledgeByCode } from "./pledge.ts";
import { PledgeState } from "./pledge-state.ts";

/** Pledges in pages. */
export const PledgeConnection = connectionOf(Pledge, "PledgeConnection", "공약", "pledges");

@InputType({
  description: describe(
    "어떤 공약만 볼 것인가. 빠진 조건은 모두, 빈 목록은 아무것도. 이행 상태는 한 분기의 것입니다: 물은 분기 가운데, 분기를 빼면 모든 분기 가운데 상태가 있는 마지막 분기. 집계를 분기로 묶으면 각 분기. 상태로 거른 목록의 공약은 그 분기의 것입니다.",
    "Which pledges are meant. What is left out keeps all; an empty list keeps nothing. States are those of one quarter: the last that has states, of the quarters asked about or, without any, of all; each quarter where a summary is grouped by it. Pledges listed by state are as of that quarter.",
  ),
})
export class PledgeWhere {
  @Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; left out: the home municipality.",
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
      "True: pledges with a state at the quarter. False: those known by it that have none at it. Left out: all.",
    ),
  })
  hasState?: boolean | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe(
      "분기. 이 분기들 가운데 하나에 보고서나 상태가 있는 공약. 빼면 모두.",
      "Quarters: pledges that a report or state of one of them speaks of; left out: all.",
    ),
  })
  quarter?: QuarterNumber[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe("공약번호나 공약명에 들어 있는 글.", "Text within code or title."),
  })
  search?: string | null;
}

@Resolver(() => Pledge)
export class PledgeResolver {
  @Query(() => Pledge, {
    nullable: true,
    description: describe("공약 하나. 모르는 번호면 null.", "One pledge; null where the code is not known."),
  })
  async pledge(
    @Ctx() context: HubContext,
    @Arg("code", () => ID, {
      description: describe("공약번호, 예: 1-4-2.", "Code of the pledge, e.g. 1-4-2."),
    })
    code: string,
    @MunicipalityCode() municipality: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Pledge | null> {
    return pledgeByCode(context, municipality ?? context.home, code, await context.knownAt(asOf));
  }

  @Query(() => PledgeConnection, {
    description: describe("공약 목록, 공약번호 순.", "Pledges, by code."),
  })
  async pledges(
    @Ctx() context: HubContext,
    @Arg("where", () => PledgeWhere, { nullable: true, description: describe("조건.", "Which pledges.") })
    where: PledgeWhere | null,
    @First(pledgesOnPage) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Pledge>> {
    const page = pageOf(first ?? pledgesOnPage, after);
    return findPledges(context, where ?? {}, page, await context.knownAt(asOf));
  }

  @FieldResolver(() => [Report], {
    description: describe("분기 보고서, 분기 순.", "Its quarterly reports, by quarter."),
  })
  reports(@Root() pledge: Pledge, @Ctx() context: HubContext): Promise<Report[]> {
    return reportsOf(context, pledge.id, pledge.knownAt);
  }

  @FieldResolver(() => [FundingLine], {
    description: describe(
      "한 분기에 보고된 금액. 분기를 빼면 금액이 있는 마지막 분기.",
      "Amounts as reported at a quarter; without one, at the latest quarter that the pledge has any of.",
    ),
  })
  funding(
    @Root() pledge: Pledge,
    @Ctx() context: HubContext,
    @Arg("quarter", () => QuarterScalar, { nullable: true, description: describe("분기.", "The quarter.") })
    quarter: QuarterNumber | null,
    @Arg("phase", () => [FundingPhase], {
      nullable: true,
      description: describe("이 단계의 금액만. 빼면 모두.", "Only amounts of these phases; left out: all."),
    })
    phases: FundingPhase[] | null,
  ): Promise<FundingLine[]> {
    return fundingOfPledge(context, pledge.id, quarter ?? pledge.quarter, pledge.knownAt, phases ?? null);
  }
}
