import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { everyone, linkedPage, linkParameters } from "../../sql/linked-page.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import { inChargeNamed, pledgesNamed } from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { factById, knownIn } from "../release/feed-fact.ts";
import { Course, toCourse } from "./course.ts";
import { CourseQuarter } from "./course-quarter.ts";
import { CourseQuarterConnection } from "./course-resolver.ts";
import { EnrollmentWhere } from "./enrollment-summary.ts";

@Resolver(() => CourseQuarter)
export class CourseQuarterResolver {
  @Query(() => CourseQuarterConnection, {
    description: describe(
      "과정의 분기마다 인원, 분기 순, 그 안에서는 과정코드 순.",
      "Learners of courses, by quarter, and in it by code of the course.",
    ),
  })
  async enrollments(
    @Ctx() context: HubContext,
    @Arg("where", () => EnrollmentWhere, {
      nullable: true,
      description: describe("조건.", "Which quarters."),
    })
    where: EnrollmentWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<CourseQuarter>> {
    const knownAt = await context.knownAt(asOf);
    const { parameters, values } = linkParameters();
    const cities = await municipalitiesListed(context, where?.municipality, knownAt);
    const time = parameters.add(knownAt);
    const rows = `
      SELECT owner, id, quarter, municipality_id, code FROM unnest($1::integer[]) AS owner, course_quarter
      WHERE ${knownIn(time)}${parameters.anyOf("municipality_id", "integer", cities)}
        ${parameters.anyOf("code", "text", where?.course)}${parameters.anyOf("kind", "course_kind", where?.kind)}
        ${parameters.anyOf("quarter", "integer", quartersNamed(where ?? {}))}
        ${pledgesNamed(where?.pledge, parameters)}
        ${inChargeNamed(where?.department, "course_quarter.pledge_id", "course_quarter.quarter", time, parameters)}`;
    const node = (id: number) => factById(context, CourseQuarter, id, knownAt);
    const link = { rows, values: values(), order: "quarter, municipality_id, code", node };
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }

  @FieldResolver(() => Course, {
    description: describe(
      "과정, 이 분기의 이름과 유형으로.",
      "The course, with name and kind as of this quarter.",
    ),
  })
  course(@Root() quarter: CourseQuarter): Course {
    return toCourse(quarter, quarter.knownAt);
  }
}
