import { Ctx, Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { PartOfReport } from "./part-of-report.ts";
import { SectionKind } from "./report-kinds.ts";
import { Statement, statementsOf } from "./statement.ts";

registerEnumType(SectionKind, {
  name: "SectionKind",
  description: describe("추진실적과 계획의 세 부분.", "The three sections of results and plans."),
  valuesConfig: {
    BEFORE_QUARTER: {
      description: describe("그동안 추진실적(당해 분기 이전)", "Results before the quarter"),
    },
    THIS_QUARTER: { description: describe("당해 분기 추진실적", "Results of the quarter") },
    PLAN: { description: describe("다음 분기 추진계획", "Plans for the next quarter") },
  },
});

@ObjectType({ description: describe("보고서의 한 부분.", "A section of a report.") })
@Entity("report_section")
export class ReportSection extends PartOfReport {
  @Field(() => SectionKind, { description: describe("어느 부분인가.", "Which section it is.") })
  @Column("text")
  kind: SectionKind;

  @Field(() => String, {
    description: describe("적힌 제목, 꼬리표는 뺌.", "The heading as printed, without markup."),
  })
  @Column("text")
  title: string;

  @Field(() => [Statement], {
    description: describe("글머리들, 문서 순서.", "Its bullets in the order of the document."),
  })
  async statements(@Ctx() context: HubContext): Promise<Statement[]> {
    const statements = await statementsOf(context, this);
    return statements.filter((statement) => statement.part === this.kind);
  }
}
