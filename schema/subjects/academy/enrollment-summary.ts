import { quartersNamed } from "../../sql/summary/comparison.ts";
import { byQuarter, byRowOf, byYear } from "../../sql/summary/dimensions.ts";
import { countFacts, type Measure, sumWith } from "../../sql/summary/measure.ts";
import { NullReason } from "../../sql/summary/null-reason.ts";
import type { Question } from "../../sql/summary/question.ts";
import type { Summary } from "../../sql/summary/summary.ts";
import { Unit } from "../../sql/summary/unit.ts";
import { byMunicipality } from "../municipality/municipality.ts";
import { inChargeOf, ofPledges } from "../pledge/pledge-as-of.ts";
import { factsOfFeed } from "../release/fact-cell.ts";
import { course } from "./course.ts";
import { CourseKind } from "./course-kind.ts";
import { enrollmentSums } from "./enrollment-sums.ts";
import { EnrollmentWhere } from "./enrollment-where.ts";

/** A question to the summary of enrolments. */
export interface EnrollmentQuestion extends Question {
  where: EnrollmentWhere;
}

/**
 * Table expressions that end in `lines`: quarters of courses; a course is identified by the row of its latest quarter. Where
 * no course has to be told from others, they are added up already.
 */
function enrollmentLines({ scope, where, groupBy }: EnrollmentQuestion, sums: string | null): string {
  const { parameters } = scope;
  const filters = `true${parameters.anyOf("kind", "course_kind", where.kind)}
    ${parameters.anyOf("quarter", "integer", quartersNamed(where))}`;
  const areTold = groupBy.includes("COURSE") || where.course || where.pledge || where.department;
  if (sums && !areTold)
    return `lines AS (SELECT *, quarter / 4 AS year FROM ${sums} AS sums WHERE ${filters})`;
  return `
    courses AS (
      SELECT course_quarter.*, quarter / 4 AS year, 1 AS line_count,
        first_value(id) OVER (PARTITION BY municipality_id, code ORDER BY quarter DESC) AS course_id
      FROM course_quarter WHERE ${scope.facts("course_quarter")}
    ),
    lines AS (
      SELECT municipality_id, id AS fact_id, course_id, kind, year, quarter, target, enrolled, completed, line_count FROM courses
      WHERE ${filters}${parameters.anyOf("code", "text", where.course)}
        ${ofPledges(where.pledge, "municipality_id", "pledge_id", scope)}${inChargeOf(where.department, scope, "courses")}
    )`;
}

const notReported = { ko: "보고가 없으면 null.", en: "Null if nothing is reported." };

const measures: Record<string, Measure<EnrollmentQuestion>> = {
  enrolled: {
    is: "number",
    name: { ko: "수강인원", en: "enrolled" },
    formula: { ko: "수강인원의 합.", en: "sum of people enrolled." },
    unit: Unit.PEOPLE,
    absent: notReported,
    value: ({ present }) => present.own("sum(enrolled)"),
  },
  target: {
    is: "number",
    name: { ko: "목표인원", en: "target" },
    formula: { ko: "목표인원의 합.", en: "sum of the targets." },
    unit: Unit.PEOPLE,
    absent: { ko: "목표가 없으면 null.", en: "Null if there is none." },
    value: ({ present }) => present.own("sum(target)"),
  },
  completed: {
    is: "number",
    name: { ko: "수료인원", en: "completed" },
    formula: { ko: "수료인원의 합.", en: "sum of people who completed." },
    unit: Unit.PEOPLE,
    absent: notReported,
    value: ({ present }) => present.own("sum(completed)"),
  },
  attainment: {
    is: "ratio",
    name: { ko: "목표 달성률", en: "attainment" },
    formula: {
      ko: "수강인원/목표인원, 둘 다 있는 과정 분기만. 목표가 하나도 없으면 NO_TARGET.",
      en: "enrolled / target, over the course quarters that have both. NO_TARGET if no course quarter of the row has a target, otherwise NOT_REPORTED if none has both.",
    },
    unit: Unit.FRACTION,
    numerator: sumWith("enrolled", "target"),
    denominator: sumWith("target", "enrolled"),
    reasons: [
      {
        reason: NullReason.NO_TARGET,
        when: ({ present }) => `${countFacts(present, "target IS NOT NULL")} = 0`,
      },
    ],
    otherwise: NullReason.NOT_REPORTED,
  },
  completion: {
    is: "ratio",
    name: { ko: "수료율", en: "completion" },
    formula: {
      ko: "수료인원/수강인원, 둘 다 있는 과정 분기만.",
      en: "completed / enrolled, over the course quarters that have both.",
    },
    unit: Unit.FRACTION,
    numerator: sumWith("completed", "enrolled"),
    denominator: sumWith("enrolled", "completed"),
    otherwise: NullReason.NOT_REPORTED,
  },
  coverage: {
    is: "coverage",
    name: { ko: "보고율", en: "coverage" },
    formula: {
      ko: "알려진 과정 분기 가운데 수강인원이 있는 것.",
      en: "course quarters with `enrolled` reported, out of those announced.",
    },
    unit: Unit.COURSE_QUARTERS,
    reporting: ({ present }) => countFacts(present, "enrolled IS NOT NULL"),
    expected: ({ present }) => countFacts(present),
  },
};

/** Declaration of enrollmentSummary: learners of the academy. */
export const enrollmentSummary: Summary<EnrollmentQuestion> = {
  name: "Enrollment",
  title: { ko: "수강 집계", en: "enrolments" },
  basis: {
    ko: "한 줄은 한 과정의 한 분기입니다.",
    en: "A line is a quarter of a course.",
  },
  description: { ko: "아카데미 수강의 집계.", en: "Learners of the academy, by course quarters." },
  where: EnrollmentWhere,
  reach: ["course_quarter"],
  dimensions: {
    COURSE: byRowOf({
      field: "course",
      to: course,
      name: { ko: "과정", en: "Course" },
      table: "course_quarter",
      column: "course_id",
      order: "code",
    }),
    KIND: {
      field: "kind",
      type: () => CourseKind,
      name: { ko: "과정 유형", en: "Kind of course" },
      column: "kind",
    },
    YEAR: byYear,
    QUARTER: byQuarter,
    MUNICIPALITY: byMunicipality,
  },
  measures,
  compares: false,
  facts: factsOfFeed("course_quarter", "fact_id", {
    target: "target",
    enrolled: "enrolled",
    completed: "completed",
  }),
  sums: enrollmentSums,
  lines: enrollmentLines,
};
