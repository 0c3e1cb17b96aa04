import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { inLanguage, type Language, TextLanguage } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import { WonScalar } from "../../core/scalars/scalars.ts";

@ObjectType({
  description: describe(
    "문서가 합계를 적어 스스로 말하는 등식.",
    "An arithmetic identity that a document states by printing a total: `expected` is that total, `actual` the sum.",
  ),
})
@Entity("report_check")
export class Check {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Column("integer")
  quarter: number;

  @Column("integer")
  position: number;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Column("text", { name: "name_ko" })
  nameKo: string;

  @Column("text", { name: "name_en" })
  nameEn: string;

  @Field(() => String, { description: describe("무엇의 합계인가.", "Which total it is.") })
  name(@TextLanguage() language: Language | null): string {
    return inLanguage({ ko: this.nameKo, en: this.nameEn }, language);
  }

  @Field(() => WonScalar, { description: describe("적힌 합계(원).", "The printed total, won.") })
  @Column("bigint")
  expected: string;

  @Field(() => WonScalar, { description: describe("칸의 합(원).", "What the cells add up to, won.") })
  @Column("bigint")
  actual: string;

  @Field(() => Boolean, { description: describe("둘이 같으면 참.", "True where both are equal.") })
  @Column("boolean")
  holds: boolean;
}
