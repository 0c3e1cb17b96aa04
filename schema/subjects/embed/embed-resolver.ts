import { Arg, type ClassType, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { composed } from "../../core/composed-text.ts";
import type { HubContext } from "../../core/context.ts";
import { HubError } from "../../core/hub-error.ts";
import { describe } from "../../core/localized.ts";
import { DateTimeScalar } from "../../core/scalars/scalars.ts";
import { readCursor } from "../../sql/cursor.ts";
import { ArgumentOf } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import { QueryScope } from "../../sql/query-scope.ts";
import { pageArguments } from "../../sql/standard-arguments.ts";
import { checkEnd, checkVariables, originFrom, panelNamed } from "./check-embed.ts";
import { Embed } from "./embed.ts";
import { PanelVariable } from "./panel-variable.ts";
import { requireEmbedAccess } from "./require-embed-access.ts";

const embed = { name: "Embed", type: Embed, page: null as ClassType | null };
paged(embed, "임베드", "embeds");
const embedPage = pageArguments(100);

@Resolver()
export class EmbedResolver {
  @Query(() => embed.page!, {
    description: describe(
      "만든 임베드, 새것부터. 분석가 이상의 토큰이 있어야 합니다.",
      "Embeds, newest first. Requires an analyst's token.",
    ),
  })
  async embeds(
    @Ctx() context: HubContext,
    @ArgumentOf("first", embedPage.first) first: number | null,
    @ArgumentOf("after", embedPage.after) after: string | null,
  ): Promise<object> {
    requireEmbedAccess(context);
    const { limit, offset } = readCursor(first ?? 100, after, new QueryScope([], context.home));
    const [nodes, count] = await context.database
      .getRepository(Embed)
      .findAndCount({ order: { id: "DESC" }, take: Math.max(limit, 1), skip: offset });
    const end = offset + Math.min(limit, nodes.length);
    return {
      nodes: nodes.slice(0, limit),
      totalCount: count,
      pageInfo: { hasNextPage: count > end, endCursor: end > offset ? `.${end}` : null },
    };
  }

  @Mutation(() => Embed, {
    description: describe(
      "패널 하나를 다른 화면에 넣을 주소를 만듭니다. 분석가 이상의 토큰이 있어야 합니다.",
      "Creates the URL by which another page shows one panel. Requires an analyst's token.",
    ),
  })
  async createEmbed(
    @Ctx() context: HubContext,
    @Arg("panel", () => String, {
      description: describe("패널 이름, 예: funding-by-year.", "Name of the panel, such as funding-by-year."),
    })
    panel: string,
    @Arg("variables", () => [PanelVariable], {
      defaultValue: [],
      description: describe("정해 둘 변수 값.", "Values of variables; others have the panel's defaults."),
    })
    requested: PanelVariable[],
    @Arg("viewerMayChange", () => [String], {
      defaultValue: [],
      description: describe(
        "보는 이가 바꿀 수 있는 변수의 이름.",
        "Names of the variables that a viewer may change.",
      ),
    })
    viewerMayChange: string[],
    @Arg("allowedOrigins", () => [String], {
      description: describe(
        "틀에 넣어도 되는 출처, 예: https://www.example.go.kr. 비우면 그림으로만 씁니다.",
        "Origins whose pages may frame it, such as https://www.example.go.kr; empty: images only.",
      ),
    })
    allowedOrigins: string[],
    @Arg("expiresAt", () => DateTimeScalar, {
      nullable: true,
      description: describe("끝나는 시각. 빼면 거둘 때까지.", "Time of expiry; default: none."),
    })
    expiresAt: Date | null = null,
  ): Promise<Embed> {
    const { embedding, tokenName } = requireEmbedAccess(context);
    const variables = composed(requested.map(({ name, value }) => ({ name, value })));
    checkVariables(panelNamed(embedding.panels, panel), variables, viewerMayChange);
    checkEnd(expiresAt);
    // Without it the embed would have no URL.
    void embedding.origin;
    await embedding.checkValues(panel, variables);
    const embeds = context.database.getRepository(Embed);
    return embeds.save(
      embeds.create({
        panel,
        variables,
        viewerMayChange: [...new Set(viewerMayChange)],
        allowedOrigins: [...new Set(allowedOrigins.map(originFrom))],
        createdBy: tokenName ?? "",
        createdAt: new Date(),
        expiresAt,
        revokedAt: null,
        lastUsedAt: null,
      }),
    );
  }

  @Mutation(() => Embed, {
    description: describe(
      "임베드를 곧바로 거둡니다. 이미 거둔 것은 그대로입니다. 분석가 이상의 토큰이 있어야 하며, 다른 토큰으로 만든 것은 자료 담당자 이상이어야 합니다.",
      "Revokes an embed at once; revoking it again changes nothing. Requires an analyst's token, or a steward's if another token created the embed.",
    ),
  })
  async revokeEmbed(
    @Ctx() context: HubContext,
    @Arg("id", () => ID, { description: describe("임베드의 번호.", "Id of the embed.") }) id: string,
  ): Promise<Embed> {
    const access = requireEmbedAccess(context);
    const embeds = context.database.getRepository(Embed);
    const embed = /^\d{1,9}$/.test(id) ? await embeds.findOneBy({ id: Number(id) }) : null;
    if (!embed) throw unknown(id);
    if (embed.createdBy !== access.tokenName) access.authorize("MANAGE_EMBEDS");
    embed.revokedAt ??= new Date();
    return embeds.save(embed);
  }
}

const unknown = (id: string): HubError =>
  new HubError(
    "EMBED_UNKNOWN",
    { ko: `${id}번 임베드는 없습니다.`, en: `There is no embed ${id}.` },
    { ko: "embeds로 번호를 확인하십시오.", en: "See `embeds` for the ids." },
  );
