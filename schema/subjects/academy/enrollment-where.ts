import { Field, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import {
  CodeFilter,
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { InChargeFilter, PledgeFilter } from "../pledge/pledge-as-of.ts";
import { CourseKind } from "./course-kind.ts";

@InputType(whereDescription("과정 분기", "quarters of courses"))
export class EnrollmentWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @CodeFilter("과정코드.", "Codes of courses.")
  course?: string[] | null;

  @Field(() => [CourseKind], { nullable: true, description: describe("과정 유형.", "Kinds of course.") })
  kind?: CourseKind[] | null;

  @PledgeFilter()
  pledge?: string[] | null;

  @InChargeFilter()
  department?: string[] | null;

  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}
