import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { FeedFact } from "../release/feed-fact.ts";
import { CourseKind } from "./course-kind.ts";

@ObjectType({
  description: describe(
    "한 과정의 한 분기 인원.",
    "A quarter of a course: who was to come, came and completed.",
  ),
})
@Entity("course_quarter")
export class CourseQuarter extends FeedFact {
  @Column("text")
  code: string;

  @Column("text")
  name: string;

  @Column("enum", { enum: CourseKind, enumName: "course_kind" })
  kind: CourseKind;

  @Field(() => QuarterScalar, { description: describe("분기.", "The quarter.") })
  @Column("integer")
  quarter: QuarterNumber;

  @Field(() => Int, {
    nullable: true,
    description: describe("목표인원(명). 목표가 없으면 null.", "Target, people; null without one."),
  })
  @Column("integer", { nullable: true })
  target: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      "수강인원(명). 보고가 없으면 null.",
      "Enrolled, people; null where it is not reported.",
    ),
  })
  @Column("integer", { nullable: true })
  enrolled: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      "수료인원(명). 보고가 없으면 null.",
      "Completed, people; null where it is not reported.",
    ),
  })
  @Column("integer", { nullable: true })
  completed: number | null;

  @Column("integer", { name: "pledge_id", nullable: true })
  pledgeId: number | null;
}
