import { Arg, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from "type-graphql";
import { After, AsOf, First } from "../../core/arguments.ts";
import { type Connection, connectionOf, pageOf } from "../../core/connection.ts";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { DateScalar } from "../../core/scalars/scalars.ts";
import { everyone, linkedPage, linkParameters } from "../../sql/linked-page.ts";
import { MunicipalityFilter, whereDescription } from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { factById, knownIn } from "../release/feed-fact.ts";
import { Certificate } from "./certificate.ts";
import { Enterprise, enterpriseById } from "./enterprise.ts";
import { EnterpriseKind } from "./enterprise-kind.ts";

const EnterpriseConnection = connectionOf(Enterprise, "EnterpriseConnection", "기업", "enterprises");
const CertificateConnection = connectionOf(Certificate, "CertificateConnection", "인증", "certificates");

@InputType(whereDescription("기업", "enterprises"))
export class EnterpriseWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: describe("사업자등록번호, 숫자 열 자리.", "Business registration numbers, ten digits."),
  })
  businessNumber?: string[] | null;

  @Field(() => [EnterpriseKind], {
    nullable: true,
    description: describe("이 유형의 인증이 있는 기업.", "Those with a certificate of one of these kinds."),
  })
  kind?: EnterpriseKind[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: describe(
      "이 날 인증이 유효한 기업. kind가 있으면 그 유형의 인증. 빼면 모두.",
      "Those with a certificate (of one of the kinds) that held on this day; left out: all.",
    ),
  })
  certifiedOn?: string | null;
}

@Resolver(() => Enterprise)
export class EnterpriseResolver {
  @Query(() => EnterpriseConnection, {
    description: describe("사회적경제기업 목록, 이름 순.", "Enterprises of the social economy, by name."),
  })
  async enterprises(
    @Ctx() context: HubContext,
    @Arg("where", () => EnterpriseWhere, {
      nullable: true,
      description: describe("조건.", "Which enterprises."),
    })
    where: EnterpriseWhere | null,
    @First(50) first: number | null,
    @After() after: string | null,
    @AsOf() asOf: Date | null,
  ): Promise<Connection<Enterprise>> {
    const knownAt = await context.knownAt(asOf);
    const { parameters, values } = linkParameters();
    const cities = await municipalitiesListed(context, where?.municipality, knownAt);
    const day = where?.certifiedOn ? `${parameters.add(where.certifiedOn)}::date` : null;
    const rows = `
      SELECT owner, latest.* FROM unnest($1::integer[]) AS owner, (
        SELECT DISTINCT ON (municipality_id, business_number) id, name, business_number,
          bool_or(true${parameters.anyOf("kind", "enterprise_kind", where?.kind)}
            ${day ? `AND certified_on <= ${day} AND coalesce(expires_on >= ${day}, true)` : ""})
            OVER (PARTITION BY municipality_id, business_number) AS is_meant
        FROM enterprise_certificate
        WHERE ${knownIn(parameters.add(knownAt))}${parameters.anyOf("municipality_id", "integer", cities)}
          ${parameters.anyOf("business_number", "text", where?.businessNumber)}
        ORDER BY municipality_id, business_number, certified_on DESC, kind
      ) AS latest
      WHERE is_meant`;
    const node = (id: number) => enterpriseById(context, id, knownAt);
    const link = { rows, values: values(), order: "name, business_number", node };
    return linkedPage(context, everyone, link, pageOf(first ?? 50, after));
  }

  @FieldResolver(() => CertificateConnection, {
    description: describe("인증, 인증일 순.", "Its certificates, by first day."),
  })
  certificates(
    @Root() { key, knownAt }: Enterprise,
    @Ctx() context: HubContext,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Certificate>> {
    const rows = `
      SELECT owner, id, certified_on, kind FROM unnest($1::text[]) AS owner JOIN enterprise_certificate
        ON municipality_id || ' ' || business_number = owner
      WHERE ${knownIn("$2")}`;
    const node = (id: number) => factById(context, Certificate, id, knownAt);
    const link = { rows, values: [knownAt], order: "certified_on, kind", node };
    return linkedPage(context, key, link, pageOf(first ?? 50, after));
  }
}
