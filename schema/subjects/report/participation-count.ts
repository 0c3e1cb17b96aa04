import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { describe } from "../../core/localized.ts";
import { CellState } from "../release/cell-state.ts";
import { Cited } from "../release/cited.ts";
import { ParticipationKind } from "./report-kinds.ts";

@ObjectType({ description: describe("시민참여 횟수.", "How often citizens took part.") })
@Entity("participation_count")
export class ParticipationCount extends Cited {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "report_id" })
  reportId: number;

  @Field(() => ParticipationKind, { description: describe("종류.", "The kind.") })
  @Column("text")
  kind: ParticipationKind;

  @Field(() => Int, {
    nullable: true,
    description: describe("횟수(회). -나 빈칸이면 null.", "Times; null for a dash or a blank."),
  })
  @Column("integer", { nullable: true })
  count: number | null;

  @Field(() => CellState, { description: describe("칸에 적힌 것.", "What stands in the cell.") })
  @Column("text")
  state: CellState;
}
