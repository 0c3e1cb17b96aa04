import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import { DateScalar } from "../../core/scalars/scalars.ts";
import { FeedFact } from "../release/feed-fact.ts";
import { OutletKind } from "./outlet-kind.ts";

@ObjectType({
  description: describe(
    "사회적경제기업 제품의 판매장.",
    "An outlet that sells what enterprises of the social economy make.",
  ),
})
@Entity("outlet")
export class Outlet extends FeedFact {
  @Field(() => ID, { description: describe("판매장코드, 예: S01.", "Code of the outlet, e.g. S01.") })
  @Column("text")
  code: string;

  @Field(() => String, { description: describe("이름.", "Name in Korean.") })
  @Column("text")
  name: string;

  @Field(() => OutletKind, { description: describe("유형.", "Kind of outlet.") })
  @Column("enum", { enum: OutletKind, enumName: "outlet_kind" })
  kind: OutletKind;

  @Field(() => DateScalar, {
    nullable: true,
    description: describe("문을 연 날. 모르면 null.", "First day; null where it is not known."),
  })
  @Column("date", { name: "opened_on", nullable: true })
  openedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: describe("마지막 날. 열려 있으면 null.", "Last day; null while it is open."),
  })
  @Column("date", { name: "closed_on", nullable: true })
  closedOn: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "함께 운영하는 기관. 밝히지 않았으면 null.",
      "Who runs it with the city; null where that is not stated.",
    ),
  })
  @Column("text", { nullable: true })
  partner: string | null;

  @Column("integer", { name: "pledge_id", nullable: true })
  pledgeId: number | null;
}
