import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import { FeedFact } from "../release/feed-fact.ts";
import { PurchaseBasis } from "./purchase-basis.ts";

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

@ObjectType({
  description: describe("한 부서의 한 해 우선구매 목표.", "The target of a department for a year."),
})
@Entity("purchase_target")
export class PurchaseTarget extends FeedFact {
  @Field(() => Int, { description: describe("해.", "The year.") })
  @Column("integer")
  year: number;

  @Column("integer", { name: "department_id" })
  departmentId: number;

  @Field(() => PurchaseBasis, { description: describe("기준.", "What counts, and against what.") })
  @Column("enum", { enum: PurchaseBasis, enumName: "purchase_basis" })
  basis: PurchaseBasis;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "목표율(0.1은 10%). 정해지지 않았으면 null.",
      "Target rate, a fraction (0.1 is 10%); null where none is set.",
    ),
  })
  @Column("numeric", { nullable: true, transformer: { from: numberOf, to: String } })
  rate: number | null;
}
