import { registerEnumType } from "type-graphql";
import { describe, type Localized } from "./localized.ts";

/** Labels of a value of an enum; `meaning` describes it in the schema if the label is not enough. */
export interface EnumValue extends Localized {
  meaning?: Localized;
}

/** An enum of the GraphQL schema: its name there, its description, and each of its values. */
export interface EnumDeclaration<Value extends string> {
  name: string;
  description: Localized;
  values: Record<Value, EnumValue>;
}

const declared = new Map<object, Readonly<Record<string, Localized>>>();

/** The labels of an enum's values, in the order of its declaration; undefined for what is no declared enum. */
export const wordsOfEnum = (type: unknown): Readonly<Record<string, Localized>> | undefined =>
  declared.get(type as object);

/** Registers an enum with the schema and returns the labels of its values, in the order of the declaration. */
export function declareEnum<Value extends string>(
  type: Record<string, Value>,
  { name, description, values }: EnumDeclaration<Value>,
): Readonly<Record<Value, Localized>> {
  const entries = Object.entries<EnumValue>(values);
  registerEnumType(type, {
    name,
    description: describe(description.ko, description.en),
    valuesConfig: Object.fromEntries(
      entries.map(([value, { meaning, ...label }]) => {
        const { ko, en } = meaning ?? label;
        return [value, { description: describe(ko, en) }];
      }),
    ),
  });
  const words = entries.map(([value, { ko, en }]) => [value, { ko, en }]);
  const labels = Object.fromEntries(words) as Record<Value, Localized>;
  declared.set(type, labels);
  return labels;
}
