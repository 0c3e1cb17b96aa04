import { Field, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { code, entity, extend, integer, nullable, text, value } from "../../sql/entity.ts";
import { declareFilterValues, declarePeriods, periodsIn } from "../../sql/filter-values.ts";
import { page, paged } from "../../sql/paged.ts";
import { asOf, codeOf, municipalityCode, where } from "../../sql/standard-arguments.ts";
import { quartersNamed } from "../../sql/summary/comparison.ts";
import {
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { oneQuery, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { pageUrl } from "../municipality/page-url.ts";
import { pledge, pledgeLink } from "../pledge/pledge.ts";
import { inChargeOf, ofPledges, PledgeFilter } from "../pledge/pledge-as-of.ts";
import { readFrom } from "../release/citation.ts";
import { CourseKind } from "./course-kind.ts";
import { EnrollmentWhere } from "./enrollment-where.ts";

@InputType(whereDescription("과정", "courses"))
class CourseWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @Field(() => [CourseKind], { nullable: true, description: describe("유형.", "Kinds of course.") })
  kind?: CourseKind[] | null;

  @PledgeFilter()
  pledge?: string[] | null;
}

@InputType(whereDescription("과정 분기", "quarters of a course"))
class CourseQuarterWhere {
  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}

/** A quarter of a course: a row of `course_quarter`. */
const courseQuarter = entity(
  "CourseQuarter",
  {
    ko: "한 과정의 한 분기 인원.",
    en: "One quarter of a course: the target, and how many enrolled and completed.",
  },
  {
    quarter: value(() => QuarterScalar, "quarter", "분기.", "The quarter."),
    target: integer(
      "target",
      "목표인원(명). 목표가 없으면 null.",
      "Target number of people; null if there is none.",
      nullable,
    ),
    enrolled: integer(
      "enrolled",
      "수강인원(명). 보고가 없으면 null.",
      "Number of people enrolled; null if not reported.",
      nullable,
    ),
    completed: integer(
      "completed",
      "수료인원(명). 보고가 없으면 null.",
      "Number of people who completed; null if not reported.",
      nullable,
    ),
    ...readFrom,
  },
);
paged(courseQuarter, "과정 분기", "quarters of courses");

/** A course: the row of one of its quarters, as a rule the latest. */
export const course = entity(
  "Course",
  {
    ko: "아카데미 과정. 이름과 유형은 가장 나중 분기의 것입니다.",
    en: "A course of the academy. Name and kind are those of its latest quarter.",
  },
  {
    code: code("code", "과정코드, 예: A01.", "Code of the course, e.g. A01."),
    name: text("name", "이름.", "Name in Korean."),
    ...pageUrl("courses", (row) => `${row}.code`),
    kind: value(() => CourseKind, "kind", "유형.", "Kind of course."),
    pledge: pledgeLink,
    enrollments: page(
      courseQuarter,
      (alias, scope, values, row) => ({
        from: `course_quarter AS ${alias}`,
        where: `${scope.sameMunicipality(alias, row)} AND ${alias}.code = ${row}.code
          ${scope.parameters.anyOf(`${alias}.quarter`, "integer", quartersNamed(values.where ?? {}))}`,
        order: `${alias}.quarter`,
      }),
      { ko: "분기마다의 인원, 분기 순.", en: "Its learners, by quarter." },
      { where: where(() => CourseQuarterWhere, "Which quarters.") },
    ),
  },
);
paged(course, "과정", "courses");

extend(courseQuarter, {
  course: {
    is: "part",
    of: course,
    description: {
      ko: "과정, 이 분기의 이름과 유형으로.",
      en: "The course, with its name and kind in this quarter.",
    },
  },
});

/** SQL of the latest quarter of each course that meets a condition. */
const latestQuarters = (condition: string): string => `
  SELECT DISTINCT ON (municipality_id, code) * FROM course_quarter WHERE ${condition}
  ORDER BY municipality_id, code, quarter DESC`;

extend(pledge, {
  courses: {
    is: "list",
    size: { elements: 20 },
    of: course,
    rows: (alias, scope, _, row) => ({
      from: `course_quarter AS ${alias}`,
      // A course belongs to the pledge of its latest quarter, as `Course.pledge` says.
      where: `${scope.sameMunicipality(alias, row)} AND ${alias}.pledge_id = ${row}.id AND NOT EXISTS (
        SELECT 1 FROM course_quarter AS later
        WHERE ${scope.sameMunicipality("later", alias)} AND later.code = ${alias}.code AND later.quarter > ${alias}.quarter)`,
      order: `${alias}.code`,
    }),
    description: { ko: "딸린 아카데미 과정, 코드 순.", en: "Its courses of the academy, by code." },
  },
});

/** Queries for courses and their quarters. */
export const courseQueries: readonly TableQuery[] = [
  oneQuery(
    "course",
    course,
    (alias, scope, { code }) => ({
      from: `(${latestQuarters(`${scope.facts("course_quarter")} AND code = ${scope.parameters.add(code)}`)}) AS ${alias}`,
      where: "true",
      order: `${alias}.code`,
    }),
    {
      description: {
        ko: "아카데미 과정 하나. 그 시각에 없던 과정이면 null, 허브가 모르는 코드면 오류.",
        en: "One course of the academy; null if it was not known at the time. A code that the hub has never known is an error.",
      },
      arguments: {
        code: codeOf("과정코드, 예: A01.", "Code of the course, e.g. A01."),
        municipality: municipalityCode,
        asOf,
      },
    },
  ),
  pageQuery(
    "courses",
    course,
    50,
    (alias, scope, values) => {
      const filter: CourseWhere = values.where ?? {};
      return {
        from: `(${latestQuarters(scope.facts("course_quarter"))}) AS ${alias}`,
        where: `true${scope.parameters.anyOf(`${alias}.kind`, "course_kind", filter.kind)}
          ${ofPledges(filter.pledge, `${alias}.municipality_id`, `${alias}.pledge_id`, scope)}`,
        order: `${alias}.municipality_id, ${alias}.code`,
      };
    },
    {
      description: { ko: "아카데미 과정 목록, 코드 순.", en: "Courses of the academy, by code." },
      arguments: { where: where(() => CourseWhere, "Which courses.") },
    },
  ),
  pageQuery(
    "enrollments",
    courseQuarter,
    50,
    (alias, scope, values) => {
      const { parameters } = scope;
      const filter: EnrollmentWhere = values.where ?? {};
      return {
        from: `course_quarter AS ${alias}`,
        where: `${scope.facts(alias)}${parameters.anyOf(`${alias}.code`, "text", filter.course)}
          ${parameters.anyOf(`${alias}.kind`, "course_kind", filter.kind)}
          ${parameters.anyOf(`${alias}.quarter`, "integer", quartersNamed(filter))}
          ${ofPledges(filter.pledge, `${alias}.municipality_id`, `${alias}.pledge_id`, scope)}${inChargeOf(filter.department, scope, alias)}`,
        order: `${alias}.quarter, ${alias}.municipality_id, ${alias}.code`,
      };
    },
    {
      description: {
        ko: "과정의 분기마다 인원, 분기 순, 그 안에서는 과정코드 순.",
        en: "Learners of courses, by quarter, then by code of the course.",
      },
      arguments: { where: where(() => EnrollmentWhere, "Which quarters.") },
      reach: ["course_quarter"],
    },
  ),
];

declareFilterValues("course", {
  name: { ko: "과정코드", en: "course" },
  columns: [{ table: "course_quarter", column: "code" }],
});
declarePeriods(periodsIn("course_quarter", "quarter"));
