import { Ctx, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { PartOfReport, partsOfReport, type ReportVersion } from "./part-of-report.ts";

/** Where in a report a statement stands: one of the sections, or problems or remedies. */
export type ReportPart = "BEFORE_QUARTER" | "THIS_QUARTER" | "PLAN" | "PROBLEM" | "REMEDY";

@ObjectType({
  description: describe(
    "보고서의 글머리 하나. 이어지는 줄은 빈칸으로 이어 붙이고 첫 줄을 출처로 합니다.",
    "One bullet of a report. Lines that continue it are joined by a space and cited at its first line.",
  ),
})
@Entity("statement")
export class Statement extends PartOfReport {
  @Column("text")
  part: ReportPart;

  @Column("integer")
  position: number;

  @Column("integer", { name: "parent_position", nullable: true })
  parentPosition: number | null;

  @Field(() => String, { description: describe("글머리를 뺀 글.", "The text without its bullet.") })
  @Column("text")
  text: string;

  @Field(() => Int, { description: describe("깊이. 가장 바깥이 0.", "Depth; 0 for an outermost one.") })
  @Column("integer")
  depth: number;

  @Field(() => Statement, {
    nullable: true,
    description: describe(
      "위에 있는 글머리. 가장 바깥이면 null.",
      "The bullet that it stands under; null for an outermost one.",
    ),
  })
  async parent(@Ctx() context: HubContext): Promise<Statement | null> {
    if (this.parentPosition === null) return null;
    const statements = await statementsOf(context, this);
    return statements.find((one) => one.part === this.part && one.position === this.parentPosition)!;
  }
}

/** All statements of a report in their order, batched. */
export const statementsOf = (context: HubContext, report: ReportVersion): Promise<Statement[]> =>
  partsOfReport(context, Statement, report, { position: "ASC" });
