import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { AsOf, MunicipalityCode } from "../../core/arguments.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { FundingPhase } from "../funding/funding-kinds.ts";
import { FundingLine } from "../funding/funding-line.ts";
import { fundingOfPledge } from "../funding/funding-lines.ts";
import { Pledge, pledgeAt, pledgeByCode } from "../pledge/pledge.ts";
import { Check } from "./check.ts";
import { Contact } from "./contact.ts";
import { partsOfReport } from "./part-of-report.ts";
import { ParticipationCount } from "./participation-count.ts";
import { Report, reportsOf } from "./report.ts";
import { ReportSection } from "./report-section.ts";
import { ReportedEnrollment } from "./reported-enrollment.ts";
import { type ReportPart, Statement, statementsOf } from "./statement.ts";

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, {
    nullable: true,
    description: describe(
      "한 공약의 한 분기 보고서. 공약이나 보고서가 없으면 null.",
      "The report of a pledge on a quarter; null where the pledge or the report is not known.",
    ),
  })
  async report(
    @Ctx() context: HubContext,
    @Arg("pledge", () => ID, {
      description: describe("공약번호, 예: 1-4-2.", "Code of the pledge, e.g. 1-4-2."),
    })
    pledge: string,
    @Arg("quarter", () => QuarterScalar, { description: describe("보고 분기.", "The quarter reported on.") })
    quarter: QuarterNumber,
    @MunicipalityCode() municipality: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Report | null> {
    const knownAt = await context.knownAt(asOf);
    const found = await pledgeByCode(context, municipality ?? context.home, pledge, knownAt);
    if (!found) return null;
    const reports = await reportsOf(context, found.id, knownAt);
    return reports.find((report) => report.quarter === quarter) ?? null;
  }

  @FieldResolver(() => Pledge, {
    description: describe(
      "공약, 이 분기에 적힌 이름과 부서로.",
      "The pledge, with title and department as of this quarter.",
    ),
  })
  async pledge(@Root() report: Report, @Ctx() context: HubContext): Promise<Pledge> {
    return (await pledgeAt(context, report.pledgeId, report.quarter, report.knownAt))!;
  }

  @FieldResolver(() => [Contact], { description: describe("담당자.", "Who answers for it.") })
  contacts(@Root() report: Report, @Ctx() context: HubContext): Promise<Contact[]> {
    return partsOfReport(context, Contact, report, { id: "ASC" });
  }

  @FieldResolver(() => [ReportSection], {
    description: describe("추진실적과 계획, 문서 순서.", "Results and plans, in the order of the document."),
  })
  sections(@Root() report: Report, @Ctx() context: HubContext): Promise<ReportSection[]> {
    return partsOfReport(context, ReportSection, report, { id: "ASC" });
  }

  @FieldResolver(() => [ParticipationCount], {
    description: describe("시민참여 실적.", "Citizen participation."),
  })
  participation(@Root() report: Report, @Ctx() context: HubContext): Promise<ParticipationCount[]> {
    return partsOfReport(context, ParticipationCount, report, { id: "ASC" });
  }

  @FieldResolver(() => [ReportedEnrollment], {
    description: describe("글에 적힌 수강 인원.", "Learners that the text states."),
  })
  enrollments(@Root() report: Report, @Ctx() context: HubContext): Promise<ReportedEnrollment[]> {
    return partsOfReport(context, ReportedEnrollment, report, { id: "ASC" });
  }

  @FieldResolver(() => [Check], {
    description: describe(
      "적힌 합계와 칸의 합을 견준 것.",
      "The printed totals beside the sums of their cells.",
    ),
  })
  checks(@Root() report: Report, @Ctx() context: HubContext): Promise<Check[]> {
    return partsOfReport(context, Check, report, { id: "ASC" });
  }

  @FieldResolver(() => [Statement], { description: describe("문제점.", "Problems.") })
  problems(@Root() report: Report, @Ctx() context: HubContext): Promise<Statement[]> {
    return statementsIn(context, report, "PROBLEM");
  }

  @FieldResolver(() => [Statement], { description: describe("개선대책.", "Remedies.") })
  remedies(@Root() report: Report, @Ctx() context: HubContext): Promise<Statement[]> {
    return statementsIn(context, report, "REMEDY");
  }

  @FieldResolver(() => [FundingLine], {
    description: describe(
      "연도별·재원별 금액, 문서 순서.",
      "Amounts by year and source, in the order of the document.",
    ),
  })
  async funding(@Root() report: Report, @Ctx() context: HubContext): Promise<FundingLine[]> {
    return fundingOfPledge(context, report.pledgeId, report.quarter, report.knownAt, [
      FundingPhase.PUBLISHED,
    ]);
  }
}

async function statementsIn(context: HubContext, report: Report, part: ReportPart): Promise<Statement[]> {
  return (await statementsOf(context, report)).filter((statement) => statement.part === part);
}
