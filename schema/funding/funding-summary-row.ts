import { Ctx, Field, Int, ObjectType } from "type-graphql";
import type { HubContext, KnownAt } from "../context.ts";
import { Department } from "../department/department.ts";
import { departmentById } from "../department/department-by-id.ts";
import { describe } from "../localized.ts";
import { Pledge, pledgeAt } from "../pledge/pledge.ts";
import type { QuarterNumber } from "../scalars/quarter.ts";
import { QuarterScalar, WonScalar } from "../scalars/scalars.ts";
import { Coverage, NullReason, Ratio, ratio } from "../summary/ratio.ts";
import { FundingSource } from "./funding-kinds.ts";

/** A row of the summary as the database gives it; amounts are won in decimal text. */
export interface FundingSums {
  /** Null where the answer has no row. */
  level: number | null;
  department_id: number | null;
  pledge_id: number | null;
  source: FundingSource | null;
  year: number | null;
  quarter: QuarterNumber | null;
  of_quarter: QuarterNumber | null;
  /** The one quarter that the whole answer is of; null where several are meant. */
  answer_quarter: QuarterNumber | null;
  published: string | null;
  planned: string | null;
  secured: string | null;
  budgeted: string | null;
  executed: string | null;
  whole: string | null;
  execution_numerator: string | null;
  execution_denominator: string | null;
  securing_numerator: string | null;
  securing_denominator: string | null;
  published_only: boolean;
  reporting: number;
  expected: number;
}

@ObjectType({
  description: describe("금액 집계의 한 행. 금액은 원.", "A row of the funding summary. Amounts are won."),
})
export class FundingSummaryRow {
  readonly #sums: FundingSums;
  readonly #knownAt: KnownAt;

  constructor(sums: FundingSums, knownAt: KnownAt) {
    this.#sums = sums;
    this.#knownAt = knownAt;
  }

  @Field(() => Int, {
    description: describe(
      "이 행을 묶은 키의 수. 0은 총계.",
      "How many keys the row is grouped by; 0 is the grand total.",
    ),
  })
  level(): number {
    return this.#sums.level!;
  }

  @Field(() => Department, {
    nullable: true,
    description: describe(
      "소관부서. 키가 아니거나 모르면 null.",
      "Department; null where it is no key or not known.",
    ),
  })
  department(@Ctx() context: HubContext): Promise<Department | null> {
    return departmentById(context, this.#sums.department_id);
  }

  @Field(() => Pledge, {
    nullable: true,
    description: describe("공약. 키가 아니면 null.", "Pledge; null where it is no key."),
  })
  async pledge(@Ctx() context: HubContext): Promise<Pledge | null> {
    const { pledge_id: id, of_quarter: quarter } = this.#sums;
    return id === null ? null : pledgeAt(context, id, quarter, this.#knownAt);
  }

  @Field(() => FundingSource, {
    nullable: true,
    description: describe("재원. 키가 아니면 null.", "Source; null where it is no key."),
  })
  source(): FundingSource | null {
    return this.#sums.source;
  }

  @Field(() => Int, {
    nullable: true,
    description: describe(
      "해. 키가 아니거나 임기 전·후면 null.",
      "Year; null where it is no key, and before and after the term.",
    ),
  })
  year(): number | null {
    return this.#sums.year;
  }

  @Field(() => QuarterScalar, {
    nullable: true,
    description: describe("보고 분기. 키가 아니면 null.", "Quarter of the report; null where it is no key."),
  })
  quarter(): QuarterNumber | null {
    return this.#sums.quarter;
  }

  @Field(() => WonScalar, {
    nullable: true,
    description: describe(
      "단계가 적히지 않은 공표액(원). 보고가 없으면 null.",
      "Published without a phase, won; null where nothing is reported.",
    ),
  })
  published(): string | null {
    return this.#sums.published;
  }

  @Field(() => WonScalar, {
    nullable: true,
    description: describe(
      "총사업비 계획(원). 보고가 없으면 null.",
      "Planned total cost, won; null where nothing is reported.",
    ),
  })
  planned(): string | null {
    return this.#sums.planned;
  }

  @Field(() => WonScalar, {
    nullable: true,
    description: describe("확보액(원). 보고가 없으면 null.", "Secured, won; null where nothing is reported."),
  })
  secured(): string | null {
    return this.#sums.secured;
  }

  @Field(() => WonScalar, {
    nullable: true,
    description: describe(
      "예산현액(원). 보고가 없으면 null.",
      "Current budget, won; null where nothing is reported.",
    ),
  })
  budgeted(): string | null {
    return this.#sums.budgeted;
  }

  @Field(() => WonScalar, {
    nullable: true,
    description: describe(
      "집행액 누계(원). 보고가 없으면 null.",
      "Executed to date, won; null where nothing is reported.",
    ),
  })
  executed(): string | null {
    return this.#sums.executed;
  }

  @Field(() => Ratio, {
    description: describe(
      "구성비: 이 행의 공표액 / 답 전체의 공표액.",
      "Published of this row / published of all rows of its quarter, before `first` and `belowExecution`.",
    ),
  })
  share(): Ratio {
    return ratio(this.#sums.published, this.#sums.whole, NullReason.NOT_REPORTED);
  }

  @Field(() => Ratio, {
    description: describe(
      "집행률: 집행액/예산현액, 둘 다 있는 줄만.",
      "Execution rate: executed / budgeted, over the lines that give both.",
    ),
  })
  execution(): Ratio {
    const { execution_numerator, execution_denominator } = this.#sums;
    return ratio(execution_numerator, execution_denominator, this.#reason());
  }

  @Field(() => Ratio, {
    description: describe(
      "재정확보율: 확보액/총사업비, 둘 다 있는 줄만.",
      "Securing rate: secured / planned, over the lines that give both.",
    ),
  })
  securing(): Ratio {
    const { securing_numerator, securing_denominator } = this.#sums;
    return ratio(securing_numerator, securing_denominator, this.#reason());
  }

  @Field(() => Coverage, {
    description: describe(
      "보고해야 할 줄 가운데 예산현액과 집행액이 다 있는 줄. 줄은 한 분기의 공약·재원·해이며, 같은 해 앞 분기에 있던 줄도 보고해야 합니다.",
      "Lines that give both parts of execution, of the lines expected. A line is a pledge, a source and a year at a quarter; one of the quarter's own year that an earlier quarter of that year had is expected too.",
    ),
  })
  coverage(): Coverage {
    return { reporting: this.#sums.reporting, expected: this.#sums.expected };
  }

  #reason(): NullReason {
    return this.#sums.published_only ? NullReason.PHASE_NOT_STATED : NullReason.NOT_REPORTED;
  }
}
