import { Ctx, Field, Int, ObjectType } from "type-graphql";
import type { HubContext } from "../../core/context.ts";
import { inLanguage, type Language, TextLanguage } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import type { Form } from "../../feeds/feed.ts";
import { shown, timeWritten } from "../../feeds/format-value.ts";
import { SourceDocument, sourceDocument } from "../release/source-document.ts";
import { Subject } from "../release/subject.ts";

/** What the tables hold of one kind of data; nulls where they hold nothing. */
export interface HeldRows {
  rows: number;
  /** As the table has it: quarters and months as numbers. */
  period: string | number | null;
  documentId: number | null;
}

@ObjectType({
  description: describe(
    "한 지자체에 대해 한 종류의 자료가 어디까지 와 있는가.",
    "How far one kind of data on a municipality has come in.",
  ),
})
export class Holding {
  readonly #form: Form;
  readonly #held: HeldRows;

  constructor(form: Form, held: HeldRows) {
    this.#form = form;
    this.#held = held;
  }

  @Field(() => Subject, { description: describe("무엇에 대한 자료인가.", "What the data are about.") })
  subject(): string {
    return this.#form.subject!;
  }

  @Field(() => String, { description: describe("자료의 이름.", "What people call the data.") })
  name(@TextLanguage() language: Language | null): string {
    return inLanguage(this.#form.title, language);
  }

  @Field(() => Int, {
    description: describe(
      "지금 유효한 행의 수. 보고된 것이 없으면 0.",
      "How many rows stand; 0 where nothing is reported.",
    ),
  })
  rows(): number {
    return this.#held.rows;
  }

  @Field(() => String, {
    nullable: true,
    description: describe(
      "수치나 상태가 보고된 가장 늦은 때. 예: 2025년 4/4분기. 때가 없는 자료거나 보고된 것이 없으면 null.",
      "The latest time that a figure or a state is reported of, e.g. Q4 2025; null for data of no time, or none reported.",
    ),
  })
  latestPeriod(@TextLanguage() language: Language | null): string | null {
    const column = this.#form.columns.find(({ field }) => field === this.#form.period);
    const { period } = this.#held;
    if (!column || period === null) return null;
    return shown(column, timeWritten(column, period), language);
  }

  @Field(() => SourceDocument, {
    nullable: true,
    description: describe(
      "유효한 행이 적힌 가장 새 문서. 공표 시각은 그 회차에 있습니다. 보고된 것이 없으면 null.",
      "The newest document that rows which stand were read from; its release tells when. Null where nothing is reported.",
    ),
  })
  async document(@Ctx() context: HubContext): Promise<SourceDocument | null> {
    const { documentId } = this.#held;
    return documentId === null ? null : sourceDocument(context, documentId);
  }
}
