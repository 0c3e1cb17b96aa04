import { readFileSync } from "node:fs";
import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  parse,
} from "graphql";
import { courseFields, courseQuarterFields, courseQueries, coursesOfPledge } from "./courses.ts";
import { municipalityFields, municipalityQueries, releaseFields } from "./municipalities.ts";
import { outletFields, outletMonthFields, outletQueries, outletsOfPledge } from "./outlets.ts";
import type { Fields, World } from "./place.ts";
import {
  fundingLineFields,
  periodFields,
  pledgeFields,
  pledgeQueries,
  statedStateFields,
} from "./pledges.ts";
import {
  certificateFields,
  departmentFields,
  enterpriseFields,
  purchaseFields,
  purchaseQueries,
  purchaseTargetFields,
} from "./purchases.ts";

/** The public schema, as clients have it: its scalars take what is written and give it back. */
export const publicSchema = buildSchema(readFileSync("schema.graphql", "utf8"));

/** Where a row of a file stands. */
const readFrom: Fields = { sheet: () => null, line: () => 2 };

const queries: Fields = {
  ...municipalityQueries,
  ...pledgeQueries,
  ...outletQueries,
  ...courseQueries,
  ...purchaseQueries,
};

const types: Record<string, Fields> = {
  Query: queries,
  Municipality: municipalityFields,
  Release: releaseFields,
  Department: departmentFields,
  Pledge: { ...pledgeFields, ...coursesOfPledge, ...outletsOfPledge },
  StatedState: statedStateFields,
  FundingLine: fundingLineFields,
  Period: periodFields,
  Outlet: { ...outletFields, ...readFrom },
  OutletMonth: { ...outletMonthFields, ...readFrom },
  Course: courseFields,
  CourseQuarter: { ...courseQuarterFields, ...readFrom },
  Purchase: { ...purchaseFields, ...readFrom },
  PurchaseTarget: { ...purchaseTargetFields, ...readFrom },
  Enterprise: enterpriseFields,
  Certificate: { ...certificateFields, ...readFrom },
};

/** Fields that a City has nothing of: documents and what is read from reports. */
const leftOut: readonly string[] = [
  "Certificate.document",
  "CourseQuarter.document",
  "Department.citation",
  "FundingLine.citation",
  "Municipality.holdings",
  "Outlet.document",
  "OutletMonth.document",
  "Pledge.reports",
  "Purchase.document",
  "PurchaseTarget.document",
  "Release.documents",
  "StatedState.citation",
];

/** Queries that are about what a City has nothing of, or that have slow sums of their own. */
const queriesLeftOut: readonly string[] = [
  "changes",
  "dimensionValues",
  "dimensions",
  "document",
  "embeds",
  "enrollmentSummary",
  "findings",
  "fundingSummary",
  "measures",
  "outletSalesSummary",
  "planFollowUps",
  "pledgeSummary",
  "purchaseSummary",
  "report",
  "reportEnrollments",
  "search",
  "stateChanges",
  "statements",
];

const isPaged = ({ name }: GraphQLObjectType): boolean => name.endsWith("Connection") || name === "PageInfo";

/** The names of the fields of a type that the model answers. */
export const modelled = (type: GraphQLObjectType): string[] =>
  Object.keys(type.getFields()).filter((name) => isPaged(type) || types[type.name]?.[name] !== undefined);

/**
 * Where model and schema do not fit: fields within reach of the model's queries that it neither answers nor leaves out,
 * and names that the schema has not. In words; empty where all is well.
 */
export function gapsOfModel(): string[] {
  const query = publicSchema.getQueryType()!;
  const left = new Set([...leftOut, ...queriesLeftOut.map((name) => `Query.${name}`)]);
  const reached = new Set<GraphQLObjectType>([query]);
  const names = new Set<string>();
  const gaps: string[] = [];
  for (const type of reached) {
    const answered = modelled(type);
    for (const [name, field] of Object.entries(type.getFields())) {
      names.add(`${type.name}.${name}`);
      const below = getNamedType(field.type);
      if (!answered.includes(name) && !left.has(`${type.name}.${name}`))
        gaps.push(
          `${type.name}.${name} is in the schema: model it in test/city/model, or leave it out there.`,
        );
      if (answered.includes(name) && isObjectType(below)) reached.add(below);
    }
  }
  const known = Object.entries(types).flatMap(([type, fields]) =>
    Object.keys(fields).map((name) => `${type}.${name}`),
  );
  for (const name of [...known, ...left])
    if (!names.has(name)) gaps.push(`${name} is not in the schema: take it out of test/city/model.`);
  return gaps;
}

const look: GraphQLFieldResolver<unknown, World> = (row, values, world, { parentType, fieldName }) => {
  if (isPaged(parentType)) return (row as Record<string, unknown>)[fieldName];
  return types[parentType.name]![fieldName]!(parentType.name === "Query" ? world : row, values);
};

/** The JSON text of the answer that the model gives to a query. Throws the first error. */
export async function askModel(world: World, source: string, variables: object): Promise<string> {
  const { data, errors } = await execute({
    schema: publicSchema,
    document: parse(source),
    contextValue: world,
    variableValues: { ...variables },
    fieldResolver: look,
  });
  if (errors) throw errors[0];
  return JSON.stringify(data, null, 1);
}
