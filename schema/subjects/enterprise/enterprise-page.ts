import { code, count, link, plain, wholeWon, words } from "../../panels/columns.ts";
import type { EntityPage } from "../../panels/entity-page.ts";
import { provenanceFields } from "../../panels/provenance.ts";
import { enterpriseKindWords } from "./enterprise-kind.ts";

/** The page of an enterprise: its certificates, and what the city bought from it. */
export const enterprisePage: EntityPage = {
  folder: "enterprises",
  kind: { ko: "사회적경제기업", en: "Social economy enterprise" },
  keys: { businessNumber: { passedAs: "businessNumber" } },
  question: `query EnterprisePage($ofMunicipality: ID!, $knownAt: DateTime, $businessNumber: ID!) {
  ${provenanceFields}
  enterprise(municipality: $ofMunicipality, businessNumber: $businessNumber, asOf: $knownAt) {
    name businessNumber url
    certificates(first: 200) { nodes { kind certifiedOn expiresOn line document { url } } }
    purchases(first: 200, orderBy: AMOUNT_DESC) {
      totalCount nodes { number purchasedOn amount department { name url } line document { url } }
    }
  }
}`,
  entity: "enterprise",
  title: plain("text", "기업명", "Name", "name"),
  facts: { businessNumber: code("사업자등록번호", "Business number", "businessNumber") },
  tables: [
    {
      title: { ko: "인증", en: "Certificates" },
      rows: "enterprise.certificates.nodes",
      columns: {
        kind: words("유형", "Kind", "kind", enterpriseKindWords),
        certified: link("인증일", "From", "certifiedOn", "document.url", "line"),
        expires: plain("text", "만료일", "To", "expiresOn"),
      },
    },
    {
      title: { ko: "구매", en: "Purchases" },
      rows: "enterprise.purchases.nodes",
      total: "enterprise.purchases.totalCount",
      columns: {
        number: link("구매번호", "Number", "number", "document.url", "line"),
        day: plain("day", "구매일", "Day", "purchasedOn"),
        department: link("부서", "Department", "department.name", "department.url"),
        amount: count("금액", "Amount", "amount", wholeWon),
      },
    },
  ],
};
