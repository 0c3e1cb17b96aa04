import type { Subject } from "../subject-module.ts";
import { enterpriseFeed } from "./enterprise-feed.ts";
import { enterprisePage } from "./enterprise-page.ts";
import { enterpriseQueries } from "./enterprise-queries.ts";

/** Social economy enterprises and their certificates. */
export const enterpriseSubject: Subject = {
  feeds: [enterpriseFeed],
  queries: enterpriseQueries,
  pages: [enterprisePage],
};
