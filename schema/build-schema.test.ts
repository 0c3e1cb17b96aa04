import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import {
  buildSchema as buildFromText,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { buildSchema } from "./build-schema.ts";
import { printedMeasures, printedSchema } from "./print-schema.ts";
import { filterValues } from "./sql/filter-values.ts";
import { periodFilters } from "./sql/period-filters.ts";

const schema = await buildSchema();
const publicTypes = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
);

describe("the public schema", () => {
  test("is committed as it is printed: npm run schema", async () => {
    expect(await readFile("schema.graphql", "utf8")).toBe(await printedSchema());
    expect(await readFile("measures.json", "utf8")).toBe(printedMeasures());
  });

  test("describes every type, field, argument and enum value in Korean and English", () => {
    const undescribed = publicTypes
      .flatMap(described)
      .filter(([, text]) => !/[가-힣]/.test(text ?? "") || !/\n\n[^가-힣]*[A-Za-z]{3}/.test(text ?? ""))
      .map(([name]) => name);
    expect(undescribed).toEqual([]);
  });

  test("has the fixed part by name, type and default", async () => {
    const core = buildFromText(await readFile("test/contract/core.graphql", "utf8"));
    const missing = Object.values(core.getTypeMap())
      .filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type))
      .flatMap(fixedPart);
    const present = new Set(publicTypes.flatMap(fixedPart));
    expect(missing.filter((line) => !present.has(line))).toEqual([]);
  });
});

test("each filter by names, codes or periods has values declared, so that a misspelt one is no empty answer", () => {
  const inputs = publicTypes.filter(isInputObjectType);
  const filters = inputs
    .filter(({ name }) => name.endsWith("Where"))
    .flatMap((input) => Object.values(input.getFields()));
  const named = filters.filter(({ type }) =>
    ["ID", "String", "Quarter", "Month"].includes(getNamedType(type).name),
  );
  const undeclared = named.filter(({ name }) => !filterValues.has(name) && !(name in periodFilters));
  // Municipalities are looked up for every query; a search is for any text, and so is that of statements.
  expect(new Set(undeclared.map(({ name }) => name))).toEqual(new Set(["municipality", "search", "text"]));
});

function described(type: GraphQLNamedType): [string, string | null | undefined][] {
  const own: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type)) {
    return [...own, ...type.getValues().map((value) => named(`${type.name}.${value.name}`, value))];
  }
  if (!isObjectType(type) && !isInputObjectType(type)) return own;
  return [
    ...own,
    ...Object.values(type.getFields()).flatMap((field) => [
      named(`${type.name}.${field.name}`, field),
      ...("args" in field ? (field as GraphQLField<unknown, unknown>).args : []).map((argument) =>
        named(`${type.name}.${field.name}(${argument.name})`, argument),
      ),
    ]),
  ];
}

const named = (name: string, { description }: { description?: string | null }): [string, string] => [
  name,
  description ?? "",
];

/** A line for each thing of a type that questions rely on. */
function fixedPart(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map((value) => `${type.name}.${value.name}`);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${field.type}`);
  }
  if (!isObjectType(type)) return [type.name];
  return Object.values(type.getFields()).flatMap((field) => [
    `${type.name}.${field.name}: ${field.type}`,
    ...field.args.map(
      (argument) =>
        `${type.name}.${field.name}(${argument.name}: ${argument.type} = ${JSON.stringify(argument.defaultValue)})`,
    ),
  ]);
}
