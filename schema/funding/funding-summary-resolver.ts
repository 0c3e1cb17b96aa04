import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { AsOf } from "../arguments.ts";
import { outOfRange } from "../connection.ts";
import type { HubContext } from "../context.ts";
import { describe } from "../localized.ts";
import { municipalitiesMeant } from "../municipality/municipalities-meant.ts";
import type { QuarterNumber } from "../scalars/quarter.ts";
import { QuarterScalar } from "../scalars/scalars.ts";
import { Parameters } from "../summary/parameters.ts";
import { FundingSummaryRow, type FundingSums } from "./funding-summary-row.ts";
import { fundingSummarySql } from "./funding-summary-sql.ts";
import { FundingDimension, FundingOrder, FundingWhere } from "./funding-summary-types.ts";

@ObjectType({ description: describe("금액 집계.", "Funding, summed up.") })
export class FundingSummary {
  @Field(() => QuarterScalar, {
    nullable: true,
    description: describe(
      "답이 속한 분기. 여러 분기면 null.",
      "The quarter that the answer is of; null where several are meant or there is none.",
    ),
  })
  quarter: QuarterNumber | null;

  @Field(() => [FundingSummaryRow], { description: describe("행.", "The rows.") })
  rows: FundingSummaryRow[];
}

@Resolver()
export class FundingSummaryResolver {
  @Query(() => FundingSummary, {
    description: describe(
      "한 분기에 보고된 금액의 집계. 공약·재원·해로는 더하지만 누계이므로 분기로는 더하지 않습니다. 여러 분기를 물으면 분기로 묶지 않은 행은 금액이 있는 마지막 분기의 것입니다.",
      "Funding as reported at a quarter. Amounts add up over pledges, sources and years, never over quarters, because they are cumulative: where several quarters are meant, a row that is not of one of them shows the last of them that the municipality has figures for, and that quarter's lines only.",
    ),
  })
  async fundingSummary(
    @Ctx() context: HubContext,
    @Arg("where", () => FundingWhere, { nullable: true, description: describe("조건.", "Which lines.") })
    where: FundingWhere | null,
    @Arg("groupBy", () => [FundingDimension], {
      nullable: true,
      defaultValue: [],
      description: describe(
        "묶을 키, 바깥 것부터. 비우면 한 행.",
        "Keys to group by, outermost first; empty: exactly one row.",
      ),
    })
    groupBy: FundingDimension[] | null,
    @Arg("totals", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: describe(
        "총계와 앞부분 키의 소계도(ROLLUP).",
        "With the grand total and a row for each leading part of groupBy (ROLLUP).",
      ),
    })
    totals: boolean | null,
    @Arg("orderBy", () => [FundingOrder], {
      nullable: true,
      description: describe("순서. 빼면 키 순.", "Order of the rows; left out: by the keys."),
    })
    orderBy: FundingOrder[] | null,
    @Arg("first", () => Int, {
      nullable: true,
      description: describe("앞의 몇 행만. 빼면 모두.", "Only so many rows; left out: all."),
    })
    first: number | null,
    @AsOf() asOf: Date | null,
  ): Promise<FundingSummary> {
    if (first !== null && first < 0) throw outOfRange(first);
    const knownAt = await context.knownAt(asOf);
    const question = {
      municipalities: await municipalitiesMeant(context, where?.municipality, knownAt),
      knownAt,
      where: where ?? {},
      groupBy: [...new Set(groupBy ?? [])],
      totals: totals ?? false,
      orderBy: orderBy ?? [],
      first: first ?? null,
    };
    const parameters = new Parameters();
    const sums = await context.database.query<FundingSums[]>(
      fundingSummarySql(question, parameters),
      parameters.values,
    );
    const several = question.groupBy.includes(FundingDimension.QUARTER) && !where?.quarter;
    return {
      quarter: several ? null : quarterOf(question.where, sums),
      rows: sums.filter((row) => row.level !== null).map((row) => new FundingSummaryRow(row, knownAt)),
    };
  }
}

function quarterOf(where: FundingWhere, sums: FundingSums[]): QuarterNumber | null {
  if (where.quarter) return new Set(where.quarter).size === 1 ? where.quarter[0]! : null;
  return sums[0]!.answer_quarter;
}
