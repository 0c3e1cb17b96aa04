import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import { DateScalar } from "../../core/scalars/scalars.ts";
import { FeedFact } from "../release/feed-fact.ts";
import { EnterpriseKind } from "./enterprise-kind.ts";

@ObjectType({
  description: describe(
    "기업이 한 유형으로 받은 인증. 첫날과 끝날을 포함해 유효합니다.",
    "A certificate of an enterprise as one kind; it holds on its first and its last day too.",
  ),
})
@Entity("enterprise_certificate")
export class Certificate extends FeedFact {
  @Column("text", { name: "business_number" })
  businessNumber: string;

  @Field(() => String, { description: describe("인증의 기업명.", "Name of the enterprise on it.") })
  @Column("text")
  name: string;

  @Field(() => EnterpriseKind, { description: describe("유형.", "Kind of enterprise.") })
  @Column("enum", { enum: EnterpriseKind, enumName: "enterprise_kind" })
  kind: EnterpriseKind;

  @Field(() => DateScalar, { description: describe("인증일(첫날).", "First day.") })
  @Column("date", { name: "certified_on" })
  certifiedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: describe(
      "만료일(끝날). 끝이 정해지지 않았으면 null.",
      "Last day; null while no end is set.",
    ),
  })
  @Column("date", { name: "expires_on", nullable: true })
  expiresOn: string | null;
}
