import { DateScalar } from "../../core/scalars/scalars.ts";
import { code, entity, type LinkField, nullable, text, value } from "../../sql/entity.ts";
import { page, paged } from "../../sql/paged.ts";
import { pageUrl } from "../municipality/page-url.ts";
import { readFrom } from "../release/citation.ts";
import { EnterpriseKind } from "./enterprise-kind.ts";

/** A certificate: a row of `enterprise_certificate`. */
export const certificate = entity(
  "Certificate",
  {
    ko: "기업이 한 유형으로 받은 인증. 첫날과 끝날을 포함해 유효합니다.",
    en: "A certificate of an enterprise as one kind. It is valid from its first day to its last, both inclusive.",
  },
  {
    name: text("name", "인증의 기업명.", "Name of the enterprise on the certificate."),
    kind: value(() => EnterpriseKind, "kind", "유형.", "Kind of enterprise."),
    certifiedOn: value(() => DateScalar, "certified_on", "인증일(첫날).", "First day."),
    expiresOn: value(
      () => DateScalar,
      "expires_on",
      "만료일(끝날). 끝이 정해지지 않았으면 null.",
      "Last day; null if no end is set.",
      nullable,
    ),
    ...readFrom,
  },
);
paged(certificate, "인증", "certificates");

/** An enterprise: the row of its latest certificate. */
export const enterprise = entity(
  "Enterprise",
  {
    ko: "인증을 받은 적이 있는 사회적경제기업. 이름은 가장 나중 인증의 것입니다.",
    en: "A social economy enterprise that is or was certified. Its name is that of its latest certificate.",
  },
  {
    businessNumber: code(
      "business_number",
      "사업자등록번호, 숫자 열 자리.",
      "Business registration number, ten digits.",
    ),
    name: text("name", "기업명.", "Name in Korean."),
    ...pageUrl("enterprises", (row) => `${row}.business_number`),
    certificates: page(
      certificate,
      (alias, scope, _, row) => ({
        from: `enterprise_certificate AS ${alias}`,
        where: `${scope.sameMunicipality(alias, row)} AND ${alias}.business_number = ${row}.business_number`,
        order: `${alias}.certified_on, ${alias}.kind`,
      }),
      { ko: "인증, 인증일 순.", en: "Its certificates, by first day." },
    ),
  },
);
paged(enterprise, "기업", "enterprises");

/** The link of a row that has `business_number`; null for a firm that never had a certificate. */
export const enterpriseLink = (ko: string, en: string): LinkField => ({
  is: "link",
  to: enterprise,
  nullable: true,
  join: (row, alias, scope) => `LEFT JOIN LATERAL (
    SELECT * FROM enterprise_certificate AS latest
    WHERE ${scope.sameMunicipality("latest", row)} AND latest.business_number = ${row}.business_number
    ORDER BY certified_on DESC, kind LIMIT 1) AS ${alias} ON true`,
  description: { ko, en },
});
