import { Field, ObjectType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { DateScalar } from "../../core/scalars/scalars.ts";

@ObjectType({
  description: describe(
    "금액이 속한 기간. 임기 전(기투자)은 시작이, 임기 후는 끝이 없습니다.",
    "The period of an amount. Before the term there is no start, after it no end.",
  ),
})
export class Period {
  @Field(() => String, { description: describe("적힌 그대로, 예: '18.7.", "As printed, e.g. '18.7.") })
  label: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: describe("첫날. 임기 전이면 null.", "First day; null before the term."),
  })
  start: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: describe("마지막 날. 임기 후면 null.", "Last day; null after the term."),
  })
  end: string | null;
}
