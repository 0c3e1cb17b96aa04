import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import { CellState } from "../release/cell-state.ts";
import { PartOfReport } from "./part-of-report.ts";
import { ParticipationKind } from "./report-kinds.ts";

registerEnumType(CellState, {
  name: "CellState",
  description: describe(
    "수치가 있을 칸에 무엇이 적혀 있는가.",
    "What stands in a cell that a figure could stand in.",
  ),
  valuesConfig: {
    VALUE: { description: describe("수가 적혀 있음", "A number is printed.") },
    DASH: {
      description: describe(
        "-가 적혀 있음. 보고할 것이 없다는 뜻이며 0이 아님",
        "A dash: nothing to report, which is not a 0.",
      ),
    },
    BLANK: { description: describe("비어 있음. 알 수 없음", "Blank; not known.") },
    IMPLIED_ZERO: {
      description: describe(
        "비어 있으나 적힌 합계로 0임이 확인됨",
        "Blank, and the printed totals prove it zero.",
      ),
    },
  },
});
registerEnumType(ParticipationKind, {
  name: "ParticipationKind",
  description: describe("시민참여의 종류.", "Kinds of citizen participation."),
  valuesConfig: {
    MEETING: { description: describe("공약 관련 회의", "Meetings on the pledge") },
    BRIEFING: { description: describe("설명회, 민생탐방", "Briefings and visits") },
    EXPERT_ADVICE: { description: describe("전문가 자문", "Expert advice") },
    PRESS: { description: describe("언론·방송 보도", "Press and broadcast") },
    OTHER: { description: describe("기타", "Other") },
  },
});

@ObjectType({ description: describe("시민참여 횟수.", "How often citizens took part.") })
@Entity("participation_count")
export class ParticipationCount extends PartOfReport {
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
