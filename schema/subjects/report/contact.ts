import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { describe } from "../../core/localized.ts";
import { PartOfReport } from "./part-of-report.ts";
import { ContactRole } from "./report-kinds.ts";

registerEnumType(ContactRole, {
  name: "ContactRole",
  description: describe("공약을 맡은 사람의 자리.", "Who answers for a pledge."),
  valuesConfig: {
    DIVISION_HEAD: { description: describe("과장", "Division head") },
    TEAM_HEAD: { description: describe("팀장", "Team head") },
  },
});

@ObjectType({ description: describe("보고서에 적힌 담당자.", "A contact that a report names.") })
@Entity("contact")
export class Contact extends PartOfReport {
  @Column("integer")
  position: number;

  @Field(() => ContactRole, { description: describe("자리.", "The role.") })
  @Column("text")
  role: ContactRole;

  @Field(() => String, { description: describe("성.", "Family name.") })
  @Column("text", { name: "family_name" })
  familyName: string;

  @Field(() => String, { description: describe("내선 번호.", "Telephone extension.") })
  @Column("text")
  extension: string;
}
