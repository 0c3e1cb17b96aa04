import { Field, ID, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { DateScalar } from "../../core/scalars/scalars.ts";
import { asOf, codeOf, municipalityCode, where } from "../../sql/standard-arguments.ts";
import { MunicipalityFilter, whereDescription } from "../../sql/summary/filters.ts";
import { oneQuery, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { enterprise } from "./enterprise.ts";
import { EnterpriseKind } from "./enterprise-kind.ts";

@InputType(whereDescription("기업", "enterprises"))
class EnterpriseWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: describe("사업자등록번호, 숫자 열 자리.", "Business registration numbers, ten digits."),
  })
  businessNumber?: string[] | null;

  @Field(() => [EnterpriseKind], {
    nullable: true,
    description: describe(
      "이 유형의 인증이 있는 기업.",
      "Enterprises with a certificate of one of these kinds.",
    ),
  })
  kind?: EnterpriseKind[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: describe(
      "이 날 인증이 유효한 기업. kind가 있으면 그 유형의 인증. 빼면 모두.",
      "Enterprises with a certificate (of one of `kind`, if given) that is valid on this day. Default: all.",
    ),
  })
  certifiedOn?: string | null;
}

/** Queries for enterprises. */
export const enterpriseQueries: readonly TableQuery[] = [
  oneQuery(
    "enterprise",
    enterprise,
    (alias, scope, { businessNumber }) => ({
      from: `enterprise_certificate AS ${alias}`,
      where: `${scope.facts(alias)} AND ${alias}.business_number = ${scope.parameters.add(businessNumber)}`,
      order: `${alias}.certified_on DESC, ${alias}.kind`,
    }),
    {
      description: {
        ko: "사회적경제기업 하나. 그 시각에 인증이 없던 사업자면 null, 허브가 모르는 번호면 오류.",
        en: "One enterprise; null for a firm without a certificate at the time. A number that the hub has never known is an error.",
      },
      arguments: {
        businessNumber: codeOf("사업자등록번호, 숫자 열 자리.", "Business registration number, ten digits."),
        municipality: municipalityCode,
        asOf,
      },
    },
  ),
  pageQuery(
    "enterprises",
    enterprise,
    50,
    (alias, scope, values) => {
      const { parameters } = scope;
      const filter: EnterpriseWhere = values.where ?? {};
      const day = filter.certifiedOn ? `${parameters.add(filter.certifiedOn)}::date` : null;
      const isIncluded = `bool_or(true${parameters.anyOf("kind", "enterprise_kind", filter.kind)}
        ${day ? `AND certified_on <= ${day} AND coalesce(expires_on >= ${day}, true)` : ""})
        OVER (PARTITION BY municipality_id, business_number)`;
      return {
        from: `(SELECT DISTINCT ON (municipality_id, business_number) *, ${isIncluded} AS is_included
          FROM enterprise_certificate
          WHERE ${scope.facts("enterprise_certificate")}
            ${parameters.anyOf("business_number", "text", filter.businessNumber)}
          ORDER BY municipality_id, business_number, certified_on DESC, kind) AS ${alias}`,
        where: `${alias}.is_included`,
        order: `name_order(${alias}.name), ${alias}.name, ${alias}.business_number, ${alias}.municipality_id`,
      };
    },
    {
      description: {
        ko: "사회적경제기업 목록, 이름의 가나다순.",
        en: "Social economy enterprises, by name.",
      },
      arguments: { where: where(() => EnterpriseWhere, "Which enterprises.") },
    },
  ),
];
