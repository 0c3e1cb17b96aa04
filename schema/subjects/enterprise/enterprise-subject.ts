import { searchableTable } from "../../sql/searchable.ts";
import type { Subject } from "../subject-module.ts";
import { enterpriseFeed } from "./enterprise-feed.ts";
import { enterprisePage } from "./enterprise-page.ts";
import { enterpriseQueries } from "./enterprise-queries.ts";

/** Social economy enterprises and their certificates. */
export const enterpriseSubject: Subject = {
  feeds: [enterpriseFeed],
  queries: enterpriseQueries,
  searchables: [
    searchableTable({
      kind: "ENTERPRISE",
      name: { ko: "사회적경제기업", en: "Social economy enterprise" },
      folder: "enterprises",
      table: "enterprise_certificate",
      code: "found.business_number",
      title: "found.name",
      latest: "found.certified_on DESC, found.kind",
    }),
  ],
  pages: [enterprisePage],
};
