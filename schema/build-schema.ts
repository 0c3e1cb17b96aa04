import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema as buildTypeGraphQLSchema } from "type-graphql";
import { describe } from "./localized.ts";
import { subjects } from "./subjects.ts";

/** The public GraphQL schema of the hub, made from the subjects. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const schema = await buildTypeGraphQLSchema({ resolvers: subjects, validate: false });
  schema.getQueryType()!.description = describe(
    "허브에 물을 수 있는 것. municipality를 빼면 허브의 본 지자체입니다.",
    "What the hub can be asked. Where `municipality` is left out, the hub's home municipality is meant.",
  );
  return schema;
}
