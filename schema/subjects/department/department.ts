import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";
import type { KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { Cited } from "../release/cited.ts";

@ObjectType({ description: describe("부서(과).", "A department of a municipality.") })
@Entity("department")
export class Department extends Cited {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;

  @PrimaryGeneratedColumn("identity")
  id: number;

  @PrimaryColumn("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Field(() => String, {
    description: describe("이름, 예: 소상공인지원과.", "Name in Korean, e.g. 소상공인지원과."),
  })
  @Column("text")
  name: string;
}
