import { subjects } from "../../subjects/index.ts";
import type { DirectQuery } from "./direct-query.ts";

/** The queries that can be answered without resolvers, by name. */
export const directQueries: ReadonlyMap<string, DirectQuery> = new Map(
  subjects.flatMap(({ direct, summaries }) => [
    ...Object.entries(direct ?? {}),
    ...(summaries ?? []).map(({ query, direct: ofSummary }) => [query, ofSummary] as const),
  ]),
);
