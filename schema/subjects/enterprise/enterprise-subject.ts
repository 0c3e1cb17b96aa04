import type { Subject } from "../subject-module.ts";
import { Certificate } from "./certificate.ts";
import { enterpriseFeed } from "./enterprise-feed.ts";
import { EnterpriseResolver } from "./enterprise-resolver.ts";

/** Enterprises of the social economy and their certificates. */
export const enterpriseSubject: Subject = {
  feeds: [enterpriseFeed],
  resolvers: [EnterpriseResolver],
  entities: [Certificate],
};
