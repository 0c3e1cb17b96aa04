import { Ctx, Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { Cited } from "./cited.ts";
import { Release, releaseByNumber } from "./release.ts";
import { Subject } from "./subject.ts";

@ObjectType({
  description: describe(
    "뒤의 회차가 바꾼 값. 비어 있던 칸을 채운 것은 변경이 아닙니다. citation은 나중 파일의 칸입니다.",
    "A value that a later release changed. Filling a blank is no change. `citation` is the cell of the later file.",
  ),
})
@Entity("change")
export class Change extends Cited {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "release_number" })
  releaseNumber: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Field(() => Subject, { description: describe("무엇에 대한 값인가.", "What the value is about.") })
  @Column("text")
  subject: string;

  @Field(() => String, {
    description: describe(
      "바뀐 행의 키, 사이는 빈칸. 예: 1-4-2 2019-Q2 CITY '19.",
      "Key of the row, parts set apart by spaces, e.g. 1-4-2 2019-Q2 CITY '19.",
    ),
  })
  @Column("text")
  key: string;

  @Field(() => String, {
    description: describe("바뀐 필드의 이름.", "Name of the field, as in the types and summaries."),
  })
  @Column("text")
  measure: string;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "앞의 수(금액은 원). 수가 아니면 null.",
      "The number before (won for amounts); null where it is no number.",
    ),
  })
  @Column("double precision", { nullable: true })
  before: number | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "뒤의 수(금액은 원). 수가 아니거나 끝난 행이면 null.",
      "The number after (won for amounts); null where it is no number or the row ended.",
    ),
  })
  @Column("double precision", { nullable: true })
  after: number | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "앞의 글, 또는 적힌 대로의 수.",
      "The text before, or the number as printed; null where there was none.",
    ),
  })
  @Column("text", { name: "before_text", nullable: true })
  beforeText: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "뒤의 글, 또는 적힌 대로의 수.",
      "The text after, or the number as printed; null where there is none.",
    ),
  })
  @Column("text", { name: "after_text", nullable: true })
  afterText: string | null;

  @Field(() => Release, { description: describe("바꾼 회차.", "The release that changed it.") })
  async release(@Ctx() context: HubContext): Promise<Release> {
    return (await releaseByNumber(context, this.releaseNumber))!;
  }

  @Field(() => String, { description: describe("바꾼 사유.", "Why it was changed.") })
  async reason(@Ctx() context: HubContext): Promise<string> {
    return (await this.release(context)).reason!;
  }
}
