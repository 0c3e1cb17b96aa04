import { Ctx, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import type { HubContext } from "../../core/context.ts";
import { inLanguage, type Language, TextLanguage } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import { FindingCode, Severity } from "./finding-code.ts";
import { findingDescriptions } from "./finding-descriptions.ts";
import { SourceDocument, sourceDocument } from "./source-document.ts";

registerEnumType(FindingCode, {
  name: "FindingCode",
  description: describe("자료에서 찾은 점의 종류.", "What kind of thing was found in a file."),
  valuesConfig: findingDescriptions,
});

@ObjectType({
  description: describe(
    "가져온 문서에서 의심스럽거나 알아 둘 점. 문서와 함께 계속 보입니다.",
    "Something questionable or worth knowing in a document; it stays with the document.",
  ),
})
@Entity("finding")
export class Finding {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "document_id" })
  documentId: number;

  @Field(() => FindingCode, { description: describe("종류.", "Its kind.") })
  @Column("text")
  code: FindingCode;

  @Field(() => Severity, { description: describe("무게.", "How grave it is.") })
  @Column("text")
  severity: Severity;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "통합문서의 시트 이름. 시트가 없는 문서면 null.",
      "The sheet of a workbook; null in a document without sheets.",
    ),
  })
  @Column("text", { nullable: true })
  sheet: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      "줄 번호, 1부터. 문서 전체에 대한 것이면 null.",
      "Line, from 1; null where the whole document is meant.",
    ),
  })
  @Column("integer", { nullable: true })
  line: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe("칸 번호, 1부터. 칸이 아니면 null.", "Cell, from 1; null where no cell is meant."),
  })
  @Column("integer", { nullable: true })
  column: number | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      "그 자리에 적힌 글자 그대로. 줄이 없으면 null.",
      "What stands there, letter for letter; null without a line.",
    ),
  })
  @Column("text", { nullable: true })
  quote: string | null;

  @Column("text", { name: "message_ko" })
  messageKo: string;

  @Column("text", { name: "message_en" })
  messageEn: string;

  @Field(() => String, {
    description: describe("무엇이 왜 이상하고 무엇을 하면 되는가.", "What is wrong and what to do."),
  })
  message(@TextLanguage() language: Language | null): string {
    return inLanguage({ ko: this.messageKo, en: this.messageEn }, language);
  }

  @Field(() => SourceDocument, { description: describe("찾은 문서.", "The document it was found in.") })
  async document(@Ctx() context: HubContext): Promise<SourceDocument> {
    return (await sourceDocument(context, this.documentId))!;
  }
}
