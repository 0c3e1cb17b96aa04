import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema as buildTypeGraphQLSchema, getMetadataStorage } from "type-graphql";
import { describe } from "./core/localized.ts";
import type { Form } from "./feeds/feed.ts";
import { feeds } from "./feeds.ts";
import { extend } from "./sql/entity.ts";
import { catalogueResolver } from "./sql/summary/catalogue-resolver.ts";
import { dimensionValuesQuery } from "./sql/summary/dimension-values.ts";
import { registerQuery, type TableQuery } from "./sql/table-query.ts";
import { subjects } from "./subjects/index.ts";
import { municipality } from "./subjects/municipality/municipality.ts";
import { change } from "./subjects/release/change.ts";
import { declareChangeSubject } from "./subjects/release/change-subject.ts";
import { changeWords } from "./subjects/release/change-words.ts";
import { holdings } from "./subjects/release/holdings.ts";
import { reportedFunding, reportForm } from "./subjects/report/report-form.ts";
import { measureHits } from "./subjects/search/measure-hits.ts";
import { searchQuery } from "./subjects/search/search-query.ts";

const summaries = subjects.flatMap((subject) => subject.summaries ?? []);
const forms = [...feeds, reportForm];

const panelHits = subjects.flatMap(({ panels = [] }) =>
  panels.map(({ panel: { name, title, description } }) => ({
    ...{ kind: "PANEL", code: name, title, text: description },
    page: `/panels/${name}`,
  })),
);

/** The queries that are answered by one SQL statement each, by name. */
export const tableQueries: ReadonlyMap<string, TableQuery> = new Map(
  [
    ...subjects.flatMap((subject) => subject.queries ?? []),
    ...summaries.map(({ query }) => query),
    dimensionValuesQuery(summaries.map(({ values }) => values)),
    searchQuery(
      subjects.flatMap((subject) => subject.searchables ?? []),
      [...measureHits(summaries.map(({ entry }) => entry)), ...panelHits],
    ),
  ].map((query) => [query.name, query]),
);

// These depend on the forms of all subjects, so no subject can declare them.
const isOfPledge = ({ columns, identifies, ...form }: Form): boolean =>
  columns.find(({ key }) => key)?.references === "pledge" ||
  identifies === "pledge" ||
  ("name" in form && form.name === "pledge");
for (const form of forms) {
  const { subject, title } = form;
  if (subject) declareChangeSubject(subject, title, isOfPledge(form));
}
extend(change, changeWords([...forms, reportedFunding]));
extend(municipality, {
  holdings: holdings([reportForm, ...feeds.filter(({ subject }) => subject !== null)]),
});
const tableResolvers = [...tableQueries.values()].map(registerQuery);
const catalogue = catalogueResolver(summaries.map(({ entry }) => entry));

/** The public GraphQL schema of the hub, made from the subjects. */
export async function buildSchema(): Promise<GraphQLSchema> {
  // Plain fields use the resolver of graphql-js; type-graphql's own makes each of them asynchronous.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = await buildTypeGraphQLSchema({
    resolvers: [catalogue, ...tableResolvers, ...subjects.flatMap((subject) => subject.resolvers ?? [])],
    validate: false,
  });
  schema.getQueryType()!.description = describe(
    "허브에 물을 수 있는 것. municipality를 빼면 허브의 본 지자체입니다.",
    "Queries. `municipality` defaults to the hub's home municipality.",
  );
  schema.getMutationType()!.description = describe(
    "허브에서 바꿀 수 있는 것. POST로만, 알맞은 역할의 토큰이 있어야 합니다.",
    "Changes: by POST only, with a token whose role permits them.",
  );
  return schema;
}
