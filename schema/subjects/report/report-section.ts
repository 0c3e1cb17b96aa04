import { Ctx, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { Cited } from "../release/cited.ts";
import { SectionKind } from "./report-kinds.ts";
import { Statement, statementsOf } from "./statement.ts";

@ObjectType({ description: describe("보고서의 한 부분.", "A section of a report.") })
@Entity("report_section")
export class ReportSection extends Cited {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "report_id" })
  reportId: number;

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
    const statements = await statementsOf(context, this.reportId);
    return statements.filter((statement) => statement.part === this.kind);
  }
}
