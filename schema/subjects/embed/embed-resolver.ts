import { type GraphQLResolveInfo, type GraphQLSchema, graphql } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { After, First } from "../../core/arguments.ts";
import { type Connection, connection, connectionOf, pageOf } from "../../core/connection.ts";
import { HubContext } from "../../core/context.ts";
import { HubError } from "../../core/hub-error.ts";
import { describe } from "../../core/localized.ts";
import { DateTimeScalar } from "../../core/scalars/scalars.ts";
import { checkEnd, checkVariables, originFrom, panelNamed } from "./check-embed.ts";
import { Embed } from "./embed.ts";
import type { AskHub } from "./embedding.ts";
import { PanelVariable } from "./panel-variable.ts";
import { requireEmbedAccess } from "./require-embed-access.ts";

const EmbedConnection = connectionOf(Embed, "EmbedConnection", "임베드", "embeds");

@Resolver()
export class EmbedResolver {
  @Query(() => EmbedConnection, {
    description: describe(
      "만든 임베드, 새것부터. 분석가 이상의 토큰이 있어야 합니다.",
      "The embeds that were made, newest first. Needs the token of an analyst.",
    ),
  })
  async embeds(
    @Ctx() context: HubContext,
    @First(100) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Embed>> {
    requireEmbedAccess(context);
    const page = pageOf(first ?? 100, after);
    const [nodes, count] = await context.database
      .getRepository(Embed)
      .findAndCount({ order: { id: "DESC" }, take: page.limit, skip: page.offset });
    return connection(page.limit ? nodes : [], count, page);
  }

  @Mutation(() => Embed, {
    description: describe(
      "패널 하나를 다른 화면에 넣을 주소를 만듭니다. 분석가 이상의 토큰이 있어야 합니다.",
      "Makes the address under which another page shows one panel. Needs the token of an analyst.",
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
      description: describe("정해 둘 변수 값.", "Values of variables that are set."),
    })
    variables: PanelVariable[],
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
        "Origins whose pages may frame it, such as https://www.example.go.kr; empty: for pictures only.",
      ),
    })
    allowedOrigins: string[],
    @Arg("expiresAt", () => DateTimeScalar, {
      nullable: true,
      description: describe("끝나는 시각. 빼면 거둘 때까지.", "When it ends; left out: when it is revoked."),
    })
    expiresAt: Date | null = null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Embed> {
    const { embedding, tokenName } = requireEmbedAccess(context);
    checkVariables(panelNamed(embedding.panels, panel), variables, viewerMayChange);
    checkEnd(expiresAt);
    await embedding.checkValues(panel, variables, askWith(info.schema, context));
    const embeds = context.database.getRepository(Embed);
    return embeds.save(
      embeds.create({
        panel,
        variables: variables.map(({ name, value }) => ({ name, value })),
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
      "Revokes an embed at once; a revoked one stays as it is. Needs the token of an analyst, or of a steward if another token made the embed.",
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

/** Asks the hub for a panel's choices on behalf of the caller. */
const askWith =
  (schema: GraphQLSchema, { database, home, access, signal }: HubContext): AskHub =>
  async (source, variableValues = {}) => {
    const contextValue = new HubContext(database, home, access, signal);
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    return data ?? {};
  };

const unknown = (id: string): HubError =>
  new HubError(
    "EMBED_UNKNOWN",
    { ko: `${id}번 임베드는 없습니다.`, en: `There is no embed ${id}.` },
    { ko: "embeds로 번호를 확인하십시오.", en: "See `embeds` for the ids." },
  );
