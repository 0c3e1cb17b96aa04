import { Arg, Ctx, Field, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { In } from "typeorm";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { everyone, linkedPage, linkParameters } from "../../sql/linked-page.ts";
import {
  DepartmentFilter,
  MunicipalityFilter,
  PledgeFilter,
  pledgesNamed,
  whereDescription,
} from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { knownIn } from "../release/feed-fact.ts";
import type { PartOfReport } from "./part-of-report.ts";
import { Report, reportsOf } from "./report.ts";
import { SectionKind } from "./report-kinds.ts";
import { ReportedEnrollment } from "./reported-enrollment.ts";
import { Statement } from "./statement.ts";

@ObjectType({
  description: describe("보고서와 그 글머리 하나.", "A bullet, and the report that it stands in."),
})
export class ReportStatement {
  @Field(() => Report, { description: describe("보고서.", "The report.") })
  report: Report;

  @Field(() => Statement, { description: describe("글머리.", "The bullet.") })
  statement: Statement;

  @Field(() => SectionKind, { description: describe("적힌 부분.", "The section it stands in.") })
  section: SectionKind;
}

@ObjectType({
  description: describe("보고서와 그 글에 적힌 인원.", "Learners stated, and the report that states them."),
})
export class ReportEnrollment {
  @Field(() => Report, { description: describe("보고서.", "The report.") })
  report: Report;

  @Field(() => ReportedEnrollment, { description: describe("적힌 인원.", "The learners stated.") })
  enrollment: ReportedEnrollment;
}

const Statements = connectionOf(ReportStatement, "ReportStatementConnection", "글머리", "bullets");
const Enrollments = connectionOf(
  ReportEnrollment,
  "ReportEnrollmentConnection",
  "글에 적힌 인원",
  "learners stated",
);

@InputType(whereDescription("보고서", "reports"))
export class PartOfReportWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @PledgeFilter()
  pledge?: string[] | null;

  @DepartmentFilter("소관부서 이름(그 분기의).", "Names of departments in charge at the quarter.")
  department?: string[] | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe("보고 분기.", "Quarters of reports."),
  })
  quarter?: QuarterNumber[] | null;
}

@InputType(whereDescription("글머리", "bullets"))
export class ReportStatementWhere extends PartOfReportWhere {
  @Field(() => [SectionKind], { nullable: true, description: describe("부분.", "Sections.") })
  section?: SectionKind[] | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe(
      "글이 말하는 분기: 계획은 보고 분기의 다음, 당해 실적은 보고 분기.",
      "Quarters that the text is about: the one after the report's for plans, the report's for its results.",
    ),
  })
  aboutQuarter?: QuarterNumber[] | null;
}

const Where = (type: () => new () => PartOfReportWhere, ko: string, en: string): ReturnType<typeof Arg> =>
  Arg("where", type, { nullable: true, description: describe(ko, en) });

/** What lists over all reports have in common: which reports, and what of them. */
interface PartsQuestion {
  where: PartOfReportWhere;
  knownAt: KnownAt;
  cities: number[];
}

@Resolver()
export class PartsOfReportsResolver {
  @Query(() => Statements, {
    description: describe(
      "보고서의 추진실적과 계획, 공약번호 순, 그 안에서는 분기와 문서 순.",
      "Results and plans that reports state, by code of the pledge, and in it by quarter and place.",
    ),
  })
  async reportStatements(
    @Ctx() context: HubContext,
    @Where(() => ReportStatementWhere, "조건.", "Which bullets.") where: ReportStatementWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<ReportStatement>> {
    const { parameters, values } = linkParameters();
    const question = await questionOf(context, where ?? {}, asOf);
    const sections = parameters.anyOf("part", "text", where?.section);
    const about = parameters.anyOf(
      "CASE part WHEN 'PLAN' THEN quarter + 1 WHEN 'THIS_QUARTER' THEN quarter END",
      "integer",
      where?.aboutQuarter,
    );
    const rows = `${ofReports("statement", question, parameters)}
      AND part IN ('BEFORE_QUARTER', 'THIS_QUARTER', 'PLAN')${sections}${about}`;
    const node = async (id: number): Promise<ReportStatement | null> => {
      const statement = await rowById(context, Statement, id);
      const report = statement && (await reportOf(context, statement, question.knownAt));
      return (
        report && {
          report,
          statement: Object.assign(statement, { knownAt: question.knownAt }),
          section: statement.part as SectionKind,
        }
      );
    };
    const link = { rows, values: values(), order: "municipality_id, sort_code, quarter, id", node };
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }

  @Query(() => Enrollments, {
    description: describe(
      "보고서의 글에 적힌 수강 인원, 공약번호와 분기 순.",
      "Learners that reports state in their text, by code of the pledge and quarter.",
    ),
  })
  async reportEnrollments(
    @Ctx() context: HubContext,
    @Where(() => PartOfReportWhere, "조건.", "Which reports.") where: PartOfReportWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<ReportEnrollment>> {
    const { parameters, values } = linkParameters();
    const question = await questionOf(context, where ?? {}, asOf);
    const node = async (id: number): Promise<ReportEnrollment | null> => {
      const enrollment = await rowById(context, ReportedEnrollment, id);
      const report = enrollment && (await reportOf(context, enrollment, question.knownAt));
      return report && { report, enrollment };
    };
    const rows = ofReports("reported_enrollment", question, parameters);
    const link = { rows, values: values(), order: "municipality_id, sort_code, quarter, id", node };
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }
}

async function questionOf(
  context: HubContext,
  where: PartOfReportWhere,
  asOf: Date | null,
): Promise<PartsQuestion> {
  const knownAt = await context.knownAt(asOf);
  return { where, knownAt, cities: await municipalitiesListed(context, where.municipality, knownAt) };
}

/** SQL for the rows of a table that belong to the reports meant. */
function ofReports(
  table: string,
  { where, knownAt, cities }: PartsQuestion,
  parameters: ReturnType<typeof linkParameters>["parameters"],
): string {
  const time = parameters.add(knownAt);
  const names = where.department && parameters.add(where.department);
  // What the row of the quarter says, or the last before it that says anything; a feed is heard before a report.
  const inCharge = `(SELECT department_id FROM pledge_quarter AS told
    WHERE told.municipality_id = part_of.municipality_id AND told.pledge_id = part_of.pledge_id AND told.quarter <= part_of.quarter AND department_id IS NOT NULL
      AND ${knownIn(time, "told")} ORDER BY told.quarter DESC, stated_by LIMIT 1)`;
  return `
    SELECT owner, part_of.id, part_of.municipality_id, sort_code, quarter
    FROM unnest($1::integer[]) AS owner, ${table} AS part_of JOIN pledge
      ON (pledge.municipality_id, pledge.id) = (part_of.municipality_id, part_of.pledge_id)
    WHERE ${knownIn(time, "part_of")}${parameters.anyOf("part_of.municipality_id", "integer", cities)}
      ${pledgesNamed(where.pledge, parameters)}${parameters.anyOf("quarter", "integer", where.quarter)}
      ${names ? `AND ${inCharge} IN (SELECT id FROM department WHERE name = ANY(${names}))` : ""}`;
}

const rowById = <Row extends { id: number }>(
  context: HubContext,
  type: new () => Row,
  id: number,
): Promise<Row | null> =>
  context.one(
    `${type.name} by id`,
    id,
    (ids) =>
      context.database.getRepository<{ id: number }>(type).findBy({ id: In([...ids]) }) as unknown as Promise<
        Row[]
      >,
    (row) => row.id,
  );

async function reportOf(
  context: HubContext,
  { pledgeId, quarter }: PartOfReport,
  knownAt: KnownAt,
): Promise<Report | null> {
  const reports = await reportsOf(context, pledgeId, knownAt);
  return reports.find((report) => report.quarter === quarter) ?? null;
}
