import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import { DateScalar, WonScalar } from "../../core/scalars/scalars.ts";
import { FeedFact } from "../release/feed-fact.ts";

@ObjectType({ description: describe("부서의 구매 한 건.", "A purchase by a department.") })
@Entity("purchase")
export class Purchase extends FeedFact {
  @Field(() => ID, { description: describe("구매번호.", "Number of the purchase.") })
  @Column("text")
  number: string;

  @Field(() => DateScalar, { description: describe("구매일.", "Day of the purchase.") })
  @Column("date", { name: "purchased_on" })
  purchasedOn: string;

  @Column("integer", { name: "department_id" })
  departmentId: number;

  @Field(() => ID, {
    description: describe(
      "공급자의 사업자등록번호, 숫자 열 자리.",
      "Business registration number of the supplier, ten digits.",
    ),
  })
  @Column("text", { name: "business_number" })
  businessNumber: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "구분: 물품, 용역, 공사. 밝히지 않았으면 null.",
      "What was bought, in Korean: goods, services or works; null where that is not stated.",
    ),
  })
  @Column("text", { nullable: true })
  category: string | null;

  @Field(() => WonScalar, {
    nullable: true,
    description: describe("금액(원). 보고가 없으면 null.", "Amount, won; null where it is not reported."),
  })
  @Column("bigint", { nullable: true })
  amount: string | null;

  @Field(() => Boolean, { description: describe("보조금이면 참.", "True for a grant.") })
  @Column("boolean", { name: "is_grant" })
  isGrant: boolean;
}
