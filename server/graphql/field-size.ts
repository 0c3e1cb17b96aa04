import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from "graphql";
import { type KeySize, keySizesOf } from "../../schema/core/assumed-size.ts";
import { assumedListSize, type SummaryArguments, summaryRows, textWeight } from "./answer-sizes.ts";

/** Properties of a field that are the same in every query; cached, because checking types is slow. */
export interface FieldFacts {
  field: GraphQLField<unknown, unknown>;
  type: GraphQLNamedType;
  isList: boolean;
  isPage: boolean;
  /** The keys of a summary; null if it is none. */
  keys: Readonly<Record<string, KeySize>> | null;
  defaultFirst: number | null;
  assumedSize: number;
  weight: number;
}
const factsOfTypes = new WeakMap<GraphQLNamedType, Map<string, FieldFacts | null>>();

/** Properties of a field of a type; null for __typename. */
export function fieldOf(schema: GraphQLSchema, parent: GraphQLNamedType, name: string): FieldFacts | null {
  const known = factsOfTypes.get(parent) ?? new Map<string, FieldFacts | null>();
  factsOfTypes.set(parent, known);
  if (!known.has(name)) known.set(name, factsOf(definitionOf(schema, parent, name), parent));
  return known.get(name)!;
}

function factsOf(field: GraphQLField<unknown, unknown> | null, parent: GraphQLNamedType): FieldFacts | null {
  if (!field) return null;
  const first = field.args.find(({ name }) => name === "first");
  return {
    field,
    type: getNamedType(field.type),
    isList: isListType(getNullableType(field.type)),
    isPage: first !== undefined,
    keys: field.args.some(({ name }) => name === "groupBy") ? keySizesOf(field) : null,
    defaultFirst: (first?.defaultValue as number | undefined) ?? null,
    assumedSize: assumedListSize(parent.name, field),
    weight: textWeight(field),
  };
}

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  name: string,
): GraphQLField<unknown, unknown> | null {
  const ofSchema = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  if (ofSchema && parent === schema.getQueryType()) return ofSchema;
  return isObjectType(parent) || isInterfaceType(parent) ? (parent.getFields()[name] ?? null) : null;
}

/** Limit of a field by `first` or `groupBy`; null if it has neither. */
export function sizeOf(
  { field, isPage, keys, defaultFirst }: FieldFacts,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const first = isPage ? (intArgument(node, "first", variables) ?? defaultFirst) : null;
  const rows = keys && summaryRows(keys, getArgumentValues(field, node, variables) as SummaryArguments);
  return first === null ? rows : Math.max(0, rows === null ? first : Math.min(first, rows));
}

/** A whole number given as an argument; null if it is null or left out. */
function intArgument(
  node: FieldNode,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  return value?.kind === Kind.VARIABLE ? ((variables[value.name.value] as number | undefined) ?? null) : null;
}
