import type { Subject } from "../subject-module.ts";
import { Municipality } from "./municipality.ts";
import { municipalityFeed } from "./municipality-feed.ts";
import { MunicipalityResolver } from "./municipality-resolver.ts";

/** Cities, counties and districts. */
export const municipalitySubject: Subject = {
  feeds: [municipalityFeed],
  resolvers: [MunicipalityResolver],
  entities: [Municipality],
};
