import { expect, test } from "@jest/globals";
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  lexicographicSortSchema,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { buildSchema } from "../../schema/build-schema.ts";
import { keySizesOf } from "../../schema/core/assumed-size.ts";
import { assumedListSize, summaryRows, textWeight } from "./answer-sizes.ts";
import { maxValues } from "./cost-limit.ts";
import { queryCost } from "./query-cost.ts";

/** In the order of schema.graphql, so that a new field changes little of what the search finds. */
const schema = lexicographicSortSchema(await buildSchema());
const maxDepth = 15;
const maxFields = 60;
/** Bytes of JSON that a short value takes beside its key. */
const valueBytes = 24;

/** A selected field; `first` and `groupBy` only if it has these arguments. */
interface Selected {
  field: GraphQLField<unknown, unknown>;
  isList: boolean;
  /** Elements if nothing limits the list. */
  assumedSize: number;
  /** What a value counts for if it is no object. */
  weight: number;
  alias: string;
  first?: number;
  groupBy?: string[];
  below: Selected[];
}
type Random = (below: number) => number;

/**
 * Searches uphill from a random question: adds fields, raises `first`, adds keys; keeps what is not refused. Fields
 * that lead to lists are tried more often, as they are what multiplies.
 */
function findDearest(seed: number, steps: number): Selected[] {
  const generator = xoroshiro128plus(seed);
  const random: Random = (below) => uniformInt(generator, 0, below - 1);
  const roots: Selected[] = [];
  let best = 0;
  for (let step = 0; step < steps; step++) {
    const undo = change(roots, random);
    const values = costOf(roots);
    if (values > maxValues || values < best) undo();
    else best = values;
  }
  return roots;
}

/** Makes one random change to a question; gives what takes it back. */
function change(roots: Selected[], random: Random): () => void {
  const all = walk(roots);
  const { selected, depth } = all[random(all.length + 1)] ?? { selected: null, depth: 0 };
  if (selected && random(3) === 0) {
    if (selected.first !== undefined) {
      const before = selected.first;
      selected.first = [before + 1, before * 2 + 1, 1000][random(3)]!;
      return () => {
        selected.first = before;
      };
    }
    const keys = keysOf(selected.field);
    if (keys.length > 0) {
      const before = selected.groupBy;
      selected.groupBy = keys.filter(() => random(2) === 0);
      return () => {
        selected.groupBy = before;
      };
    }
  }
  const type = selected ? getNamedType(selected.field.type) : schema.getQueryType()!;
  const below = selected?.below ?? roots;
  if (!isObjectType(type) || depth >= maxDepth || all.length >= maxFields) return () => {};
  below.push(anyField(type, below.length, random, maxDepth - depth));
  return () => below.pop();
}

function anyField(type: GraphQLObjectType, place: number, random: Random, levels: number): Selected {
  const fields = Object.values(type.getFields());
  const objects = fields.filter((field) => isObjectType(getNamedType(field.type)) && levels > 1);
  const leaves = fields.filter((field) => !isObjectType(getNamedType(field.type)));
  const choices = (objects.length > 0 && random(4) > 0) || leaves.length === 0 ? objects : leaves;
  const field = choices[random(choices.length)] ?? fields[0]!;
  const below = getNamedType(field.type);
  return {
    field,
    isList: isListType(getNullableType(field.type)),
    assumedSize: assumedListSize(type.name, field),
    weight: textWeight(field),
    alias: `f${place}`,
    ...(field.args.some(({ name }) => name === "first") && { first: 1 + random(50) }),
    ...(keysOf(field).length > 0 && { groupBy: [] }),
    below: isObjectType(below) ? [anyField(below, 0, random, levels - 1)] : [],
  };
}

function keysOf(field: GraphQLField<unknown, unknown>): string[] {
  const type = getNamedType(field.args.find(({ name }) => name === "groupBy")?.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

const walk = (fields: Selected[], depth = 1): { selected: Selected; depth: number }[] =>
  fields.flatMap((selected) => [{ selected, depth }, ...walk(selected.below, depth + 1)]);

/** The question as a client would write it, with values for arguments that must be given. */
function textOf({ field, alias, first, groupBy, below }: Selected): string {
  const given = field.args.flatMap(({ name, type, defaultValue }) => {
    if (name === "first") return [`first: ${first}`];
    if (name === "groupBy") return [`groupBy: [${groupBy!.join(", ")}]`];
    if (name === "totals") return ["totals: true"];
    if (type === getNullableType(type) || defaultValue !== undefined) return [];
    const named = getNamedType(type);
    return [`${name}: ${isEnumType(named) ? named.getValues()[0]!.name : '"2019-Q2"'}`];
  });
  const inner = below.length > 0 ? ` { ${below.map(textOf).join(" ")} }` : "";
  return `${alias}: ${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""}${inner}`;
}

function costOf(roots: Selected[]): number {
  if (roots.length === 0) return 0;
  const operation = parse(`{ ${roots.map(textOf).join(" ")} }`).definitions[0] as OperationDefinitionNode;
  return queryCost({ schema, operation, fragments: {}, variables: {} }).values;
}

/** Counts the answer that is as large as it can be, element by element, without a multiplication. */
function answerOf(fields: Selected[], sizeAbove: number | null) {
  const answer = { values: 0, bytes: 0 };
  for (const { field, isList, assumedSize, weight, alias, first, groupBy, below } of fields) {
    const rows = groupBy ? summaryRows(keySizesOf(field), { groupBy, totals: true }) : null;
    const own = rows === null ? (first ?? null) : Math.min(first ?? rows, rows);
    const elements = isList ? (own ?? sizeAbove ?? assumedSize) : 1;
    answer.bytes += alias.length + 4;
    for (let element = 0; element < elements; element++) {
      const inner =
        below.length > 0
          ? answerOf(below, isList ? null : own)
          : { values: weight - 1, bytes: valueBytes * weight };
      answer.values += 1 + inner.values;
      answer.bytes += inner.bytes + 3;
    }
    // A list is a value of its own, beside its elements.
    if (isList) answer.values += 1;
  }
  return answer;
}

test("the dearest questions that a search of the schema finds have an answer within the limit", () => {
  const found = Array.from({ length: 4 }, (_, seed) => findDearest(seed + 1, 300));
  const worst = found.map((roots) => answerOf(roots, null));
  expect(worst.map(({ values }) => values)).toEqual(found.map(costOf));
  // The search is worth something: it comes close to the limit.
  expect(Math.max(...worst.map(({ values }) => values))).toBeGreaterThan(maxValues * 0.9);
  expect(Math.max(...worst.map(({ values }) => values))).toBeLessThanOrEqual(maxValues);
  expect(Math.max(...worst.map(({ bytes }) => bytes))).toBeLessThan(25_000_000);
});
