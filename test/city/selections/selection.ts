import fc from "fast-check";
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { modelled, publicSchema } from "../model/model.ts";
import { valuesOf } from "./argument-values.ts";

/** How a value gets into a query: written there, as a variable, or as a variable that is left out. */
export type Passing = "literal" | "variable" | "absent variable";

/** A condition of @include or @skip, and whether it is a variable. */
export interface Condition {
  directive: "include" | "skip";
  holds: boolean;
  isVariable: boolean;
}

export interface SelectedArgument {
  name: string;
  value: unknown;
  passing: Passing;
}

/** A field of a random selection. */
export interface FieldSelection {
  name: string;
  /** Null for __typename. */
  field: GraphQLField<unknown, unknown> | null;
  hasAlias: boolean;
  conditions: readonly Condition[];
  arguments: readonly SelectedArgument[];
  /** Whether it is selected twice under the same name, each time with a part of what is below it. */
  isSplit: boolean;
  selections: readonly Selection[];
}

/** A fragment of a random selection, with a name or inline. */
export interface FragmentSelection {
  fragment: "named" | "inline" | "inline without type";
  type: string;
  conditions: readonly Condition[];
  selections: readonly Selection[];
}

export type Selection = FieldSelection | FragmentSelection;

const conditions: fc.Arbitrary<Condition[]> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Condition[]>([]) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.record<Condition>({
          directive: fc.constantFrom("include", "skip"),
          holds: fc.boolean(),
          isVariable: fc.boolean(),
        }),
        { maxLength: 2 },
      )
      .filter((all) => new Set(all.map(({ directive }) => directive)).size === all.length),
  },
);

const passing = (isNullable: boolean): fc.Arbitrary<Passing> =>
  fc.constantFrom("literal", "literal", "variable", ...(isNullable ? (["absent variable"] as const) : []));

function argumentsOf({
  name: field,
  args,
}: GraphQLField<unknown, unknown>): fc.Arbitrary<SelectedArgument[]> {
  const each = args.map(({ name, type, defaultValue }) => {
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    const given = fc.record<SelectedArgument>({
      name: fc.constant(name),
      value: valuesOf(field, name, type),
      passing: passing(!isNonNullType(type)),
    });
    return isRequired ? given : fc.option(given, { freq: 1 });
  });
  return fc.tuple(...each).map((all) => all.filter((one) => one !== null));
}

const made = new Map<string, fc.Arbitrary<Selection[]>>();

/** Random selections of a type that reach so many levels further down; at least one. */
function selectionsOf(type: GraphQLObjectType, depth: number): fc.Arbitrary<Selection[]> {
  const key = `${type.name} ${depth}`;
  const known = made.get(key);
  if (known) return known;
  const { several } = fc.letrec<{ several: Selection[] }>((tie) => ({
    several: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fieldOf(type, depth) },
        { weight: 1, arbitrary: fragmentOf(type, tie("several")) },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }));
  made.set(key, several);
  return several;
}

function fieldOf(type: GraphQLObjectType, depth: number): fc.Arbitrary<FieldSelection> {
  const fields = modelled(type).flatMap((name) => {
    const field = type.getFields()[name]!;
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [{ field, selections: fc.constant<Selection[]>([]), weight: 1 }];
    // Pages are no level of their own: nobody asks them for anything but their rows.
    const left = type.name.endsWith("Connection") ? depth : depth - 1;
    return left < 0 ? [] : [{ field, selections: selectionsOf(below, left), weight: 2 }];
  });
  const typeName = fc.constant<FieldSelection>({
    ...{ name: "__typename", field: null, hasAlias: false, isSplit: false },
    ...{ conditions: [], arguments: [], selections: [] },
  });
  const named = fields.map(({ field, selections, weight }) => ({
    weight,
    arbitrary: fc.record<FieldSelection>({
      name: fc.constant(field.name),
      field: fc.constant(field),
      hasAlias: fc.boolean(),
      conditions,
      arguments: argumentsOf(field),
      isSplit: fc.boolean(),
      selections,
    }),
  }));
  return fc.oneof(...named, { weight: 1, arbitrary: typeName });
}

const fragmentOf = (
  type: GraphQLObjectType,
  several: fc.Arbitrary<Selection[]>,
): fc.Arbitrary<FragmentSelection> =>
  fc.record<FragmentSelection>({
    fragment: fc.constantFrom("named", "inline", "inline without type"),
    type: fc.constant(type.name),
    conditions,
    selections: several,
  });

/** Random selections of the queries that the model answers, up to four levels deep below a query. */
export const selections: fc.Arbitrary<Selection[]> = selectionsOf(publicSchema.getQueryType()!, 4);
