import { Ctx, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, In, PrimaryColumn } from "typeorm";
import type { HubContext } from "../../core/context.ts";
import { inLanguage, type Language, TextLanguage } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import { DateTimeScalar } from "../../core/scalars/scalars.ts";
import { Municipality, municipalityById } from "../municipality/municipality.ts";
import { SourceDocument } from "./source-document.ts";

// Swedish writes 2019-07-25 09:00.
const minutes = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Asia/Seoul",
});

@ObjectType({
  description: describe(
    "함께 공표된 사실의 묶음. 바뀌지 않으며, 뒤의 회차가 일부 수치를 정정할 수 있습니다.",
    "One set of facts made public together. Nothing in it ever changes; a later release may supersede figures of it.",
  ),
})
@Entity("release")
export class Release {
  @Field(() => Int, { description: describe("회차 번호, 1부터.", "Number of the release, from 1.") })
  @PrimaryColumn("integer")
  number: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Field(() => DateTimeScalar, {
    description: describe(
      "공표 시각, 밀리초까지. asOf에 그대로 쓸 수 있습니다.",
      "When it was published, to the millisecond; fit for asOf.",
    ),
  })
  @Column("timestamptz", { name: "published_at" })
  publishedAt: Date;

  @Field(() => String, {
    description: describe(
      "공표 시각(한국 시간, 분까지)과 번호. 고르는 목록에 쓰는 이름, 예: 2019-07-25 09:00 (3회차).",
      "Korean time of publication, to the minute, and number: its name in lists to choose from, e.g. 2019-07-25 09:00 (release 3).",
    ),
  })
  name(@TextLanguage() language: Language | null): string {
    const number = inLanguage({ ko: `${this.number}회차`, en: `release ${this.number}` }, language);
    return `${minutes.format(this.publishedAt)} (${number})`;
  }

  @Field(() => String, {
    nullable: true,
    description: describe(
      "정정 사유. 정정이 아니면 null일 수 있습니다.",
      "Why it corrects earlier figures; null where no reason was given.",
    ),
  })
  @Column("text", { nullable: true })
  reason: string | null;

  @Field(() => Municipality, { description: describe("지자체.", "The municipality it is of.") })
  async municipality(@Ctx() context: HubContext): Promise<Municipality> {
    return (await municipalityById(context, this.municipalityId, await context.knownAt()))!;
  }

  @Field(() => [SourceDocument], {
    description: describe("이 회차에 들어온 문서.", "The documents that came with it."),
  })
  documents(@Ctx() context: HubContext): Promise<SourceDocument[]> {
    return context.many(
      "documents of release",
      this.number,
      (numbers) =>
        context.database
          .getRepository(SourceDocument)
          .find({ where: { releaseNumber: In([...numbers]) }, order: { id: "ASC" } }),
      (document) => document.releaseNumber,
    );
  }
}

/** A release by its number, batched; null where there is none. */
export function releaseByNumber(context: HubContext, number: number): Promise<Release | null> {
  return context.one(
    "release",
    number,
    (numbers) => context.database.getRepository(Release).findBy({ number: In([...numbers]) }),
    (release) => release.number,
  );
}
