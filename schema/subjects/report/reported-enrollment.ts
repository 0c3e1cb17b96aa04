import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import { CourseKind } from "../academy/course-kind.ts";
import { PartOfReport } from "./part-of-report.ts";
import { SectionKind } from "./report-kinds.ts";

registerEnumType(CourseKind, {
  name: "CourseKind",
  description: describe("아카데미 과정의 종류.", "Kinds of academy course."),
  valuesConfig: {
    BASIC_ADVANCED: { description: describe("기초·심화", "Basic and advanced") },
    OUTREACH: { description: describe("찾아가는", "Outreach") },
  },
});

@ObjectType({
  description: describe(
    "보고서의 글에 적힌 수강 인원.",
    "A number of learners that a report states in its text.",
  ),
})
@Entity("reported_enrollment")
export class ReportedEnrollment extends PartOfReport {
  @Column("integer")
  position: number;

  @Field(() => SectionKind, { description: describe("적힌 부분.", "The section it stands in.") })
  @Column("text")
  section: SectionKind;

  @Field(() => CourseKind, {
    nullable: true,
    description: describe(
      "과정의 종류. 글에 없으면 null.",
      "Kind of course; null where the text names none.",
    ),
  })
  @Column("text", { nullable: true })
  kind: CourseKind | null;

  @Field(() => Int, { description: describe("인원(명).", "Learners, persons.") })
  @Column("integer")
  learners: number;

  @Field(() => Boolean, { description: describe("예정이면 참.", "True where it is planned, not done.") })
  @Column("boolean")
  planned: boolean;
}
