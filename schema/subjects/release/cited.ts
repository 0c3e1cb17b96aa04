import { Field, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { describe } from "../../core/localized.ts";
import { Citation } from "./citation.ts";

/** What every fact carries: the place it was read from. */
@ObjectType()
export abstract class Cited {
  @Column("integer", { name: "document_id" })
  documentId: number;

  @Column("text", { nullable: true })
  sheet: string | null;

  @Column("integer")
  line: number;

  @Column("integer", { nullable: true })
  column: number | null;

  @Column("text")
  quote: string;

  @Field(() => Citation, {
    description: describe("출처: 문서, 줄, 적힌 글.", "Where it was read: document, line, quote."),
  })
  citation(): Citation {
    return Object.assign(new Citation(), {
      documentId: this.documentId,
      sheet: this.sheet,
      line: this.line,
      column: this.column,
      quote: this.quote,
    });
  }
}
