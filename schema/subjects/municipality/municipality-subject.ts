import type { Subject } from "../subject-module.ts";
import { municipalityFeed } from "./municipality-feed.ts";
import { municipalityQueries } from "./municipality-queries.ts";

/** Cities, counties and districts. */
export const municipalitySubject: Subject = {
  feeds: [municipalityFeed],
  queries: municipalityQueries,
};
