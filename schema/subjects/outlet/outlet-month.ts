import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import type { MonthNumber } from "../../core/scalars/month.ts";
import { MonthScalar, WonScalar } from "../../core/scalars/scalars.ts";
import { FeedFact } from "../release/feed-fact.ts";

@ObjectType({ description: describe("한 판매장의 한 달 매출.", "Sales of an outlet in a month.") })
@Entity("outlet_sales")
export class OutletMonth extends FeedFact {
  @Column("text", { name: "outlet_code" })
  outletCode: string;

  @Field(() => MonthScalar, { description: describe("달.", "The month.") })
  @Column("integer")
  month: MonthNumber;

  @Field(() => WonScalar, {
    nullable: true,
    description: describe("매출(원). 보고가 없으면 null.", "Sales, won; null where they are not reported."),
  })
  @Column("bigint", { name: "amount", nullable: true })
  sales: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      "참여 기업 수. 보고가 없으면 null.",
      "How many enterprises took part; null where it is not reported.",
    ),
  })
  @Column("integer", { nullable: true })
  enterprises: number | null;
}
