import { Ctx, Field, Int, ObjectType } from "type-graphql";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { SourceDocument, sourceDocument } from "./source-document.ts";

@ObjectType({
  description: describe(
    "수치나 글이 적힌 자리. line과 column은 1부터 셉니다.",
    "The place in a document that a figure or text was read from. `line` and `column` count from 1.",
  ),
})
export class Citation {
  documentId: number;

  @Field(() => SourceDocument, { description: describe("적혀 있는 문서.", "The document it stands in.") })
  async document(@Ctx() context: HubContext): Promise<SourceDocument> {
    return (await sourceDocument(context, this.documentId))!;
  }

  @Field(() => String, {
    nullable: true,
    description: describe(
      "통합문서의 시트 이름. 시트가 없는 문서면 null.",
      "The sheet of a workbook; null in a document without sheets.",
    ),
  })
  sheet: string | null;

  @Field(() => Int, {
    description: describe("줄 번호, 1부터. 통합문서에서는 행.", "Line, from 1; the row in a workbook."),
  })
  line: number;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      "칸 번호, 1부터. 칸이 없는 줄이면 null.",
      "Cell, from 1; null where the line has no cells.",
    ),
  })
  column: number | null;

  @Field(() => String, {
    description: describe(
      "그 자리에 적힌 글자 그대로. 빈칸이면 빈 글.",
      "What stands there, letter for letter; empty for a blank cell.",
    ),
  })
  quote: string;

  @Field(() => String, {
    description: describe(
      "허브에서 이 줄을 보여 주는 주소(경로).",
      "Path of the hub's page that shows this very line.",
    ),
  })
  async url(@Ctx() context: HubContext): Promise<string> {
    return (await this.document(context)).urlOfLine(this.line, this.sheet);
  }
}
