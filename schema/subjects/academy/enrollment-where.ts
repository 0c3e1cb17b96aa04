import { Field, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { CodeFilter, whereDescription } from "../../sql/summary/filters.ts";
import { OfPledgeWhere } from "../pledge/of-pledge-where.ts";
import { CourseKind } from "./course-kind.ts";

@InputType(whereDescription("과정 분기", "quarters of courses"))
export class EnrollmentWhere extends OfPledgeWhere {
  @CodeFilter("과정코드.", "Codes of courses.")
  course?: string[] | null;

  @Field(() => [CourseKind], { nullable: true, description: describe("과정 유형.", "Kinds of course.") })
  kind?: CourseKind[] | null;
}
