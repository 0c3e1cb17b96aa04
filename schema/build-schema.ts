import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema as buildTypeGraphQLSchema, getMetadataStorage } from "type-graphql";
import { describe } from "./core/localized.ts";
import { feeds } from "./feeds.ts";
import { measuresResolver } from "./sql/summary/catalogue.ts";
import { subjects } from "./subjects/index.ts";
import { HoldingResolver } from "./subjects/municipality/holding-resolver.ts";
import { ChangeInWordsResolver } from "./subjects/release/change-in-words.ts";
import { declareSubject } from "./subjects/release/subject.ts";
import { reportForm } from "./subjects/report/report-form.ts";

/** The public GraphQL schema of the hub, made from the subjects. */
export async function buildSchema(): Promise<GraphQLSchema> {
  for (const { subject, title } of [...feeds, reportForm]) if (subject) declareSubject(subject, title);
  const summaries = subjects.flatMap((subject) => subject.summaries ?? []);
  // Plain fields are read as graphql-js reads them; type-graphql's own way makes each of them asynchronous.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = await buildTypeGraphQLSchema({
    resolvers: [
      // These tell of all subjects, so that no subject can list them.
      ChangeInWordsResolver,
      HoldingResolver,
      measuresResolver(summaries.map(({ entry }) => entry)),
      ...summaries.map(({ resolver }) => resolver),
      ...subjects.flatMap((subject) => subject.resolvers ?? []),
    ],
    validate: false,
  });
  schema.getQueryType()!.description = describe(
    "허브에 물을 수 있는 것. municipality를 빼면 허브의 본 지자체입니다.",
    "What the hub can be asked. Where `municipality` is left out, the hub's home municipality is meant.",
  );
  schema.getMutationType()!.description = describe(
    "허브에서 바꿀 수 있는 것. POST로만, 알맞은 역할의 토큰이 있어야 합니다.",
    "What can be changed in the hub: by POST only, with the token of a role that may.",
  );
  return schema;
}
