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

/** A field that a question selects. */
export interface Selected {
  /** Its name in the answer: its alias where it has one. */
  key: string;
  /** Its name in the schema; __typename too. */
  name: string;
  /** Its type, or that of its items; for __typename the type that it tells of. */
  type: GraphQLNamedOutputType;
  isNullable: boolean;
  arguments: Readonly<Record<string, unknown>>;
  /** What is selected below it. */
  fields: readonly Selected[];
}

/** What a selection refers to; a GraphQLResolveInfo is one. */
export interface SelectionScope {
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variableValues: Readonly<Record<string, unknown>>;
}

/**
 * The fields that are selected of a type, each key once, those of fragments included; what @skip and
 * @include leave out is left out. Nothing is selected below interfaces and unions, which the schema has none of.
 * Throws a GraphQLError for an argument with a wrong value.
 */
export function selectedFields(
  type: GraphQLObjectType,
  selections: readonly (SelectionSetNode | undefined)[],
  scope: SelectionScope,
): Selected[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const selection of selections) collect(selection, scope, nodes);
  return [...nodes].map(([key, [first, ...others]]) => {
    const name = first!.name.value;
    const field = type.getFields()[name];
    if (!field) return { key, name, type, isNullable: false, arguments: {}, fields: [] };
    const below = getNamedType(field.type);
    const sets = [first!, ...others].map(({ selectionSet }) => selectionSet);
    return {
      ...{ key, name, type: below, isNullable: isNullableType(field.type) },
      arguments: getArgumentValues(field, first!, scope.variableValues),
      fields: isObjectType(below) ? selectedFields(below, sets, scope) : [],
    };
  });
}

function collect(
  selection: SelectionSetNode | undefined,
  scope: SelectionScope,
  nodes: Map<string, FieldNode[]>,
): void {
  for (const node of selection?.selections ?? []) {
    if (getDirectiveValues(GraphQLSkipDirective, node, scope.variableValues)?.if === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, scope.variableValues)?.if === false) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const same = nodes.get(key);
      if (same) same.push(node);
      else nodes.set(key, [node]);
    } else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? scope.fragments[node.name.value] : node;
      collect(fragment?.selectionSet, scope, nodes);
    }
  }
}
