import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import { In } from "typeorm";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { Finding } from "./finding.ts";
import { FindingCode, Severity } from "./finding-code.ts";
import { idsOf } from "./release-resolver.ts";
import { SourceDocument } from "./source-document.ts";

const FindingConnection = connectionOf(Finding, "FindingConnection", "찾은 점", "findings");

@InputType({
  description: describe(
    "어떤 점만 볼 것인가. 빠진 조건은 모두.",
    "Which findings are meant; what is left out keeps all.",
  ),
})
class FindingWhere {
  @Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; left out: the home municipality.",
    ),
  })
  municipality?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe("문서의 이름 또는 SHA-256.", "Name or SHA-256 of the document."),
  })
  document?: string | null;

  @Field(() => [Severity], { nullable: true, description: describe("무게.", "How grave.") })
  severity?: Severity[] | null;

  @Field(() => [FindingCode], { nullable: true, description: describe("종류.", "Which kinds.") })
  code?: FindingCode[] | null;
}

@Resolver()
export class FindingResolver {
  @Query(() => FindingConnection, {
    description: describe(
      "공표된 문서에서 찾은 점, 새 문서부터 줄 순서로.",
      "What was found in published documents, newest document first, by line.",
    ),
  })
  async findings(
    @Ctx() context: HubContext,
    @Arg("where", () => FindingWhere, { nullable: true, description: describe("조건.", "Which findings.") })
    where: FindingWhere | null,
    @First(100) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Finding>> {
    const page = pageOf(first ?? 100, after);
    const query = context.database
      .getRepository(Finding)
      .createQueryBuilder("finding")
      .innerJoin(SourceDocument, "document", "document.id = finding.document_id")
      .where("document.municipality_id = ANY(:ids)", {
        ids: await idsOf(context, where?.municipality ?? [context.home]),
      })
      .andWhere("document.release_number <= :knownAt", { knownAt: await context.knownAt(asOf) })
      .orderBy("finding.document_id", "DESC")
      .addOrderBy("finding.line", "ASC", "NULLS FIRST")
      .addOrderBy("finding.id", "ASC")
      .limit(page.limit)
      .offset(page.offset);
    if (where?.document) {
      query.andWhere(":document IN (document.name, document.sha256)", { document: where.document });
    }
    if (where?.severity) query.andWhere({ severity: In(where.severity) });
    if (where?.code) query.andWhere({ code: In(where.code) });
    const [nodes, count] = await query.getManyAndCount();
    return connection(page.limit ? nodes : [], count, page);
  }
}
