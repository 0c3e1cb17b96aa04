import { Ctx, Field, ObjectType } from "type-graphql";
import { Column, Entity, In, LessThanOrEqual, MoreThan, PrimaryGeneratedColumn } from "typeorm";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { Finding } from "../release/finding.ts";
import { findingsOfDocument, SourceDocument, sourceDocument } from "../release/source-document.ts";

@ObjectType({
  description: describe("한 공약의 분기 추진실적 보고서.", "The quarterly report of a city on one pledge."),
})
@Entity("report")
export class Report {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;

  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Field(() => QuarterScalar, { description: describe("보고 분기.", "The quarter reported on.") })
  @Column("integer")
  quarter: QuarterNumber;

  @Column("integer", { name: "document_id" })
  documentId: number;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Field(() => SourceDocument, { description: describe("보고서 문서.", "The document of the report.") })
  async document(@Ctx() context: HubContext): Promise<SourceDocument> {
    return (await sourceDocument(context, this.documentId))!;
  }

  @Field(() => [Finding], {
    description: describe(
      "문서에서 의심스러운 점, 줄 순서.",
      "What is questionable in the document, by line.",
    ),
  })
  findings(@Ctx() context: HubContext): Promise<Finding[]> {
    return findingsOfDocument(context, this.documentId);
  }
}

/** The reports of a pledge as known at a time, by quarter, batched. */
export async function reportsOf(context: HubContext, pledgeId: number, knownAt: KnownAt): Promise<Report[]> {
  const reports = await context.many(
    `reports at ${knownAt}`,
    pledgeId,
    (ids) =>
      context.database.getRepository(Report).find({
        where: {
          pledgeId: In([...ids]),
          knownFrom: LessThanOrEqual(knownAt),
          knownTo: MoreThan(knownAt),
        },
        order: { quarter: "ASC" },
      }),
    (report) => report.pledgeId,
  );
  return reports.map((report) => Object.assign(report, { knownAt }));
}
