import { Arg, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { everyone, linkedPage, linkParameters } from "../../sql/linked-page.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import {
  MunicipalityFilter,
  PledgeFilter,
  pledgesNamed,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { Pledge, pledgeAt } from "../pledge/pledge.ts";
import { factById, factsOfPledge, knownIn } from "../release/feed-fact.ts";
import { Course, courseById, toCourse } from "./course.ts";
import { CourseKind } from "./course-kind.ts";
import { CourseQuarter } from "./course-quarter.ts";

const CourseConnection = connectionOf(Course, "CourseConnection", "과정", "courses");
/** Quarters of courses in pages. */
export const CourseQuarterConnection = connectionOf(
  CourseQuarter,
  "CourseQuarterConnection",
  "과정 분기",
  "quarters of courses",
);

@InputType(whereDescription("과정", "courses"))
export class CourseWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @Field(() => [CourseKind], { nullable: true, description: describe("유형.", "Kinds of course.") })
  kind?: CourseKind[] | null;

  @PledgeFilter()
  pledge?: string[] | null;
}

@InputType(whereDescription("과정 분기", "quarters of a course"))
export class CourseQuarterWhere {
  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}

@Resolver(() => Course)
export class CourseResolver {
  @Query(() => CourseConnection, {
    description: describe("아카데미 과정 목록, 코드 순.", "Courses of the academy, by code."),
  })
  async courses(
    @Ctx() context: HubContext,
    @Arg("where", () => CourseWhere, { nullable: true, description: describe("조건.", "Which courses.") })
    where: CourseWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Course>> {
    const knownAt = await context.knownAt(asOf);
    const { parameters, values } = linkParameters();
    const cities = await municipalitiesListed(context, where?.municipality, knownAt);
    const rows = `
      SELECT owner, latest.* FROM unnest($1::integer[]) AS owner, (
        SELECT DISTINCT ON (municipality_id, code) id, municipality_id, code, kind, pledge_id FROM course_quarter
        WHERE ${knownIn(parameters.add(knownAt))}${parameters.anyOf("municipality_id", "integer", cities)}
        ORDER BY municipality_id, code, quarter DESC
      ) AS latest
      WHERE true${parameters.anyOf("kind", "course_kind", where?.kind)}${pledgesNamed(where?.pledge, parameters)}`;
    const node = (id: number) => courseById(context, id, knownAt);
    const link = { rows, values: values(), order: "municipality_id, code", node };
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }

  @FieldResolver(() => Pledge, {
    nullable: true,
    description: describe("딸린 공약. 없으면 null.", "The pledge it belongs to; null without one."),
  })
  async pledge(@Root() { pledgeId, knownAt }: Course, @Ctx() context: HubContext): Promise<Pledge | null> {
    return pledgeId === null ? null : pledgeAt(context, pledgeId, null, knownAt);
  }

  @FieldResolver(() => CourseQuarterConnection, {
    description: describe("분기마다의 인원, 분기 순.", "Its learners, by quarter."),
  })
  enrollments(
    @Root() { municipalityId, code, knownAt }: Course,
    @Ctx() context: HubContext,
    @Arg("where", () => CourseQuarterWhere, {
      nullable: true,
      description: describe("조건.", "Which quarters."),
    })
    where: CourseQuarterWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<CourseQuarter>> {
    const { parameters, values } = linkParameters();
    const rows = `
      SELECT owner, id, quarter FROM unnest($1::text[]) AS owner JOIN course_quarter
        ON municipality_id || ' ' || code = owner
      WHERE ${knownIn(parameters.add(knownAt))}${parameters.anyOf("quarter", "integer", quartersNamed(where ?? {}))}`;
    const node = (id: number) => factById(context, CourseQuarter, id, knownAt);
    const link = { rows, values: values(), order: "quarter", node };
    return linkedPage(context, `${municipalityId} ${code}`, link, pageOf(first ?? 50, after));
  }
}

@Resolver(() => Pledge)
export class CoursesOfPledgeResolver {
  @FieldResolver(() => [Course], {
    description: describe("딸린 아카데미 과정, 코드 순.", "Its courses of the academy, by code."),
  })
  async courses(@Root() { id, knownAt }: Pledge, @Ctx() context: HubContext): Promise<Course[]> {
    const quarters = await factsOfPledge(context, CourseQuarter, id, knownAt, {
      code: "ASC",
      quarter: "ASC",
    });
    const latest = new Map(quarters.map((quarter) => [quarter.code, quarter]));
    return [...latest.values()].map((quarter) => toCourse(quarter, knownAt));
  }
}
