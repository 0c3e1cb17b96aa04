import {
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  getNullableType,
  isListType,
  isObjectType,
} from "graphql";
import type { SelectedField } from "../../schema/sql/selection.ts";

/** What the values of a column are, by their type in the schema. */
export type ValueKind = "text" | "integer" | "won" | "decimal" | "boolean" | "day" | "month" | "time";

/** A field with a plain value; `path` leads to it from the object or list element around it. */
export interface Leaf {
  path: readonly string[];
  kind: ValueKind;
}

/** The connection that a list is a page of. */
export interface PagedField {
  field: SelectedField;
  /** Path from the element around it to the connection. */
  path: readonly string[];
  /** Whether the query itself says which page, by `first` or `after`. */
  isLimited: boolean;
}

/** A list of objects in an answer. */
export interface ListField {
  /** Path from the element around it. */
  path: readonly string[];
  /** What its elements hold. */
  content: Contents;
  /** Null if the list has no pages. */
  page: PagedField | null;
}

/** The plain values and the lists of an object, those of objects below it included. */
export interface Contents {
  leaves: readonly Leaf[];
  lists: readonly ListField[];
}

const kinds: Record<string, ValueKind> = {
  Int: "integer",
  Won: "won",
  Float: "decimal",
  Boolean: "boolean",
  Date: "day",
  DateTime: "time",
  Month: "month",
};

/** What an answer with these fields of `parent` holds. Cursors are left out: they mean nothing in a table. */
export function contentsOf(
  parent: GraphQLObjectType,
  fields: readonly SelectedField[],
  path: readonly string[] = [],
  page: PagedField | null = null,
): Contents {
  const leaves: Leaf[] = [];
  const lists: ListField[] = [];
  for (const field of fields) {
    const declared = parent.getFields()[field.name]?.type;
    const below = [...path, field.key];
    const isList = declared !== undefined && isListType(getNullableType(declared));
    if (declared === undefined || !isObjectType(field.type)) {
      leaves.push({ path: below, kind: isList ? "text" : kindOf(declared && field.type) });
    } else if (isList) {
      lists.push({ path: below, content: contentsOf(field.type, field.fields), page });
    } else if (field.type.name !== "PageInfo") {
      const inside = contentsOf(field.type, field.fields, below, pagedField(field, field.type, below));
      leaves.push(...inside.leaves);
      lists.push(...inside.lists);
    }
  }
  return { leaves, lists };
}

const kindOf = (type: GraphQLNamedOutputType | undefined): ValueKind => kinds[type?.name ?? ""] ?? "text";

function pagedField(
  field: SelectedField,
  type: GraphQLObjectType,
  path: readonly string[],
): PagedField | null {
  const { pageInfo, totalCount } = type.getFields();
  if (!pageInfo || !totalCount) return null;
  const named = field.nodes[0]?.arguments?.map(({ name }) => name.value) ?? [];
  return { field, path, isLimited: named.includes("first") || named.includes("after") };
}

/** Every list of an answer as the lists that lead to it, itself last. */
export const chainsOf = ({ lists }: Contents): ListField[][] =>
  lists.flatMap((list) => [[list], ...chainsOf(list.content).map((chain) => [list, ...chain])]);

/** The dotted path of a list, as `rows` takes it. */
export const pathOfChain = (chain: readonly ListField[]): string =>
  chain.flatMap(({ path }) => path).join(".");
