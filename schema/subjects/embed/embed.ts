import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { assumedSize } from "../../core/assumed-size.ts";
import type { HubContext } from "../../core/context.ts";
import { Language } from "../../core/language.ts";
import { describe } from "../../core/localized.ts";
import { DateTimeScalar } from "../../core/scalars/scalars.ts";
import { PanelVariable } from "./panel-variable.ts";
import { requireEmbedAccess } from "./require-embed-access.ts";
import { SnippetScript, snippetOf } from "./snippet.ts";

@ObjectType({
  description: describe(
    "다른 기관의 화면에 넣은 패널 하나. 서명된 주소가 패널·변수·허용 출처를 정합니다.",
    "A panel embedded in another page. Its signed URL determines the panel, its variables and the allowed origins.",
  ),
})
@Entity("embed")
export class Embed {
  @Field(() => ID, { description: describe("revokeEmbed에 쓰는 번호.", "The id that revokeEmbed takes.") })
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field(() => String, { description: describe("패널 이름.", "Name of the panel.") })
  @Column("text")
  panel: string;

  @assumedSize({ elements: 10 })
  @Field(() => [PanelVariable], {
    description: describe(
      "정해진 변수 값. 빠진 변수는 패널의 기본값.",
      "Values of variables; others have the panel's defaults.",
    ),
  })
  @Column("jsonb")
  variables: PanelVariable[];

  @assumedSize({ elements: 10 })
  @Field(() => [String], {
    description: describe("보는 이가 바꿀 수 있는 변수.", "Variables that a viewer may change."),
  })
  @Column("text", { array: true, name: "viewer_may_change" })
  viewerMayChange: string[];

  @assumedSize({ elements: 10 })
  @Field(() => [String], {
    description: describe(
      "이 패널을 틀(iframe)에 넣어도 되는 출처. 비면 그림으로만 씁니다.",
      "Origins whose pages may frame it; if empty, it can be used as an image only.",
    ),
  })
  @Column("text", { array: true, name: "allowed_origins" })
  allowedOrigins: string[];

  @Field(() => String, { description: describe("만든 토큰의 이름.", "Name of the token that created it.") })
  @Column("text", { name: "created_by" })
  createdBy: string;

  @Field(() => DateTimeScalar, { description: describe("만든 시각.", "Time of creation.") })
  @Column("timestamptz", { name: "created_at" })
  createdAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe("끝나는 시각. 없으면 null.", "Time of expiry; null if it does not expire."),
  })
  @Column("timestamptz", { name: "expires_at", nullable: true })
  expiresAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe("거둔 시각. 거두지 않았으면 null.", "When it was revoked; null if it was not."),
  })
  @Column("timestamptz", { name: "revoked_at", nullable: true })
  revokedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe(
      "마지막으로 보인 시각, 1분 단위. 아직이면 null.",
      "When it was last shown, to the minute; null if never.",
    ),
  })
  @Column("timestamptz", { name: "last_used_at", nullable: true })
  lastUsedAt: Date | null;

  @assumedSize({ weight: 20 })
  @Field(() => String, {
    description: describe(
      "틀에 넣을 주소. 뒤에 .svg나 .png를 붙이면 그림.",
      "URL to frame; append .svg or .png for an image.",
    ),
  })
  async url(@Ctx() context: HubContext): Promise<string> {
    const { embedding } = requireEmbedAccess(context);
    return `${embedding.origin}/embed/${await embedding.tokenOf(this)}`;
  }

  @assumedSize({ weight: 40 })
  @Field(() => String, {
    description: describe(
      "화면에 붙여 넣을 HTML: 틀, 그리고 높이를 맞추는 스크립트.",
      "HTML to paste into a page: the frame and the script that adjusts its height.",
    ),
  })
  async snippet(
    @Ctx() context: HubContext,
    @Arg("language", () => Language, {
      nullable: true,
      defaultValue: Language.KO,
      description: describe("틀과 그 제목의 언어.", "Language of the frame and its title."),
    })
    language: Language | null,
    @Arg("script", () => SnippetScript, {
      nullable: true,
      defaultValue: SnippetScript.INLINE,
      description: describe("틀의 높이를 맞추는 방법.", "How the page adjusts the height of the frame."),
    })
    script: SnippetScript | null,
  ): Promise<string> {
    const { panels, origin } = requireEmbedAccess(context).embedding;
    const languageCode = language === Language.EN ? "en" : "ko";
    const address = await this.url(context);
    const title = panels.get(this.panel)?.title[languageCode] ?? this.panel;
    const url = languageCode === "en" ? `${address}?lang=en` : address;
    return snippetOf({ url, origin, title, script: script ?? SnippetScript.INLINE });
  }
}
