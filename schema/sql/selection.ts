import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isNullableType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { composed } from "../core/composed-text.ts";

/** A field that a query selects. */
export interface SelectedField {
  /** Its name in the answer: the alias if it has one. */
  key: string;
  /** Its name in the schema, `__typename` included. */
  name: string;
  /** Its type, or that of its items; for `__typename` the type whose name it is. */
  type: GraphQLNamedOutputType;
  isNullable: boolean;
  /** Coerced values of its arguments, defaults included; texts are in NFC. */
  arguments: Readonly<Record<string, unknown>>;
  /** The selection below it. */
  fields: readonly SelectedField[];
  /** Location in the query, for errors. */
  nodes: readonly FieldNode[];
}

/** Context of a selection. */
export interface SelectionContext {
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variableValues: Readonly<Record<string, unknown>>;
}

/**
 * The fields that are selected of a type, each key once, with those of fragments and without those that @skip and
 * @include leave out. The schema has neither interfaces nor unions, so every fragment applies.
 * Throws a GraphQLError for an argument with a wrong value.
 */
export function selectedFields(
  type: GraphQLObjectType,
  selections: readonly (SelectionSetNode | undefined)[],
  context: SelectionContext,
): SelectedField[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const selection of selections) collect(selection, context, nodes);
  return [...nodes].map(([key, [first, ...others]]) => {
    const name = first!.name.value;
    const all = [first!, ...others];
    const field = type.getFields()[name];
    if (!field) return { key, name, type, isNullable: false, arguments: {}, fields: [], nodes: all };
    const below = getNamedType(field.type);
    const sets = all.map(({ selectionSet }) => selectionSet);
    return {
      ...{ key, name, type: below, isNullable: isNullableType(field.type), nodes: all },
      arguments: composed(getArgumentValues(field, first!, context.variableValues)),
      fields: isObjectType(below) ? selectedFields(below, sets, context) : [],
    };
  });
}

function collect(
  selection: SelectionSetNode | undefined,
  context: SelectionContext,
  nodes: Map<string, FieldNode[]>,
): void {
  for (const node of selection?.selections ?? []) {
    if (getDirectiveValues(GraphQLSkipDirective, node, context.variableValues)?.if === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, context.variableValues)?.if === false) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const same = nodes.get(key);
      if (same) same.push(node);
      else nodes.set(key, [node]);
    } else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? context.fragments[node.name.value] : node;
      collect(fragment?.selectionSet, context, nodes);
    }
  }
}
