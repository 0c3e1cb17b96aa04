import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import { In, LessThanOrEqual } from "typeorm";
import { After, AsOf, First, MunicipalityCode } from "../../core/arguments.ts";
import { type Connection, connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { DateTimeScalar } from "../../core/scalars/scalars.ts";
import { municipalitiesAt } from "../municipality/municipality.ts";
import { Change } from "./change.ts";
import { Release } from "./release.ts";
import { SourceDocument } from "./source-document.ts";
import { Subject } from "./subject.ts";

const ReleaseConnection = connectionOf(Release, "ReleaseConnection", "회차", "releases");
const ChangeConnection = connectionOf(Change, "ChangeConnection", "변경", "changes");

@InputType({
  description: describe(
    "어떤 변경만 볼 것인가. 빠진 조건은 모두.",
    "Which changes are meant; what is left out keeps all.",
  ),
})
class ChangeWhere {
  @Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; left out: the home municipality.",
    ),
  })
  municipality?: string[] | null;

  @Field(() => [Subject], {
    nullable: true,
    description: describe("무엇에 대한 변경인가.", "What the changes are about."),
  })
  subject?: string[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe("이 시각부터(포함).", "Published at this time or later."),
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe("이 시각까지(포함).", "Published at this time or earlier."),
  })
  to?: Date | null;
}

@Resolver()
export class ReleaseResolver {
  @Query(() => ReleaseConnection, {
    description: describe(
      "공표 회차, 새것부터. municipality를 빼면 모든 지자체.",
      "Releases, newest first; without `municipality` those of all municipalities.",
    ),
  })
  async releases(
    @Ctx() context: HubContext,
    @MunicipalityCode() municipality: string | null,
    @First(20) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Release>> {
    const page = pageOf(first ?? 20, after);
    const where = {
      number: LessThanOrEqual(await context.knownAt(asOf)),
      ...(municipality && { municipalityId: In(await idsOf(context, [municipality])) }),
    };
    const [nodes, count] = await context.database
      .getRepository(Release)
      .findAndCount({ where, order: { number: "DESC" }, take: page.limit, skip: page.offset });
    return connection(page.limit ? nodes : [], count, page);
  }

  @Query(() => ChangeConnection, {
    description: describe(
      "뒤의 회차가 바꾼 값, 새것부터. 빈칸을 채운 것은 변경이 아닙니다.",
      "Values that a later release changed, newest first. Filling what was blank is no change.",
    ),
  })
  async changes(
    @Ctx() context: HubContext,
    @Arg("where", () => ChangeWhere, { nullable: true, description: describe("조건.", "Which changes.") })
    where: ChangeWhere | null,
    @First(100) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Change>> {
    const page = pageOf(first ?? 100, after);
    const query = context.database
      .getRepository(Change)
      .createQueryBuilder("change")
      .innerJoin(Release, "release", "release.number = change.release_number")
      .where({
        releaseNumber: LessThanOrEqual(await context.knownAt(asOf)),
        municipalityId: In(await idsOf(context, where?.municipality ?? [context.home])),
      })
      .orderBy("change.id", "DESC")
      .limit(page.limit)
      .offset(page.offset);
    if (where?.subject) query.andWhere({ subject: In(where.subject) });
    if (where?.from) query.andWhere("release.published_at >= :from", { from: where.from });
    if (where?.to) query.andWhere("release.published_at <= :to", { to: where.to });
    const [nodes, count] = await query.getManyAndCount();
    return connection(page.limit ? nodes : [], count, page);
  }

  @Query(() => SourceDocument, {
    nullable: true,
    description: describe(
      "SHA-256으로 찾은 문서. 없으면 null.",
      "A document by its SHA-256; null where there is none.",
    ),
  })
  document(
    @Ctx() context: HubContext,
    @Arg("sha256", () => ID, {
      description: describe("파일 내용의 SHA-256(16진수).", "SHA-256 of the bytes, in hexadecimal."),
    })
    sha256: string,
  ): Promise<SourceDocument | null> {
    return context.database
      .getRepository(SourceDocument)
      .findOne({ where: { sha256 }, order: { id: "ASC" } });
  }
}

/** Ids of the municipalities with these codes; codes not known have none. */
export async function idsOf(context: HubContext, codes: readonly string[]): Promise<number[]> {
  const found = await municipalitiesAt(context, await context.knownAt(), { code: In([...codes]) });
  return found.map((municipality) => municipality.id);
}
