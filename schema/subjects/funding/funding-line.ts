import { Arg, Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import type { KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { inUnit, MoneyUnit } from "../../core/scalars/money-unit.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar, WonScalar } from "../../core/scalars/scalars.ts";
import { CellState } from "../release/cell-state.ts";
import { Cited } from "../release/cited.ts";
import { FundingPhase, FundingSource } from "./funding-kinds.ts";
import { Period } from "./period.ts";

@ObjectType({
  description: describe(
    "한 공약의 한 분기, 한 재원, 한 기간의 금액.",
    "An amount of a pledge at a quarter, by source, phase and period.",
  ),
})
@Entity("funding_line")
export class FundingLine extends Cited {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;

  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Field(() => QuarterScalar, {
    description: describe("금액을 보고한 분기.", "The quarter it was reported at."),
  })
  @Column("integer")
  quarter: QuarterNumber;

  @Field(() => FundingSource, { description: describe("재원.", "Who pays.") })
  @Column("enum", { enum: FundingSource, enumName: "funding_source" })
  source: FundingSource;

  @Field(() => FundingPhase, { description: describe("단계.", "What the amount means.") })
  @Column("enum", { enum: FundingPhase, enumName: "funding_phase" })
  phase: FundingPhase;

  /** The calendar year of the period; null before and after the term. */
  @Column("integer", { nullable: true })
  year: number | null;

  @Column("text", { name: "period_label" })
  periodLabel: string;

  @Column("date", { name: "period_start", nullable: true })
  periodStart: string | null;

  @Column("date", { name: "period_end", nullable: true })
  periodEnd: string | null;

  @Field(() => WonScalar, {
    nullable: true,
    description: describe(
      "금액(원). 적혀 있지 않으면 null이며, 0으로 확인된 빈칸만 0입니다.",
      "Amount, won. Null where nothing is printed; 0 only where printed or proved.",
    ),
  })
  @Column("bigint", { nullable: true })
  amount: string | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "금액을 다른 단위로. 적혀 있지 않으면 null. 정확한 수는 amount의 원입니다.",
      "The amount in another unit; null where nothing is printed. The exact figure is `amount`, in won.",
    ),
  })
  amountIn(
    @Arg("unit", () => MoneyUnit, { description: describe("단위.", "The unit.") }) unit: MoneyUnit,
  ): number | null {
    return inUnit(this.amount, unit);
  }

  @Field(() => CellState, { description: describe("칸에 적힌 것.", "What stands in the cell.") })
  @Column("text")
  state: CellState;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Field(() => Period, { description: describe("기간.", "The period.") })
  period(): Period {
    return { label: this.periodLabel, start: this.periodStart, end: this.periodEnd };
  }
}
