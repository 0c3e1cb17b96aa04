import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { describe } from "../../core/localized.ts";
import { Cited } from "../release/cited.ts";
import { ContactRole } from "./report-kinds.ts";

@ObjectType({ description: describe("보고서에 적힌 담당자.", "A contact that a report names.") })
@Entity("contact")
export class Contact extends Cited {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "report_id" })
  reportId: number;

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
