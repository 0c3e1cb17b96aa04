import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { measureBehind } from "./amount-in-unit.ts";

/** Names of the measures and keys that a question selects from an answer and from its rows. */
export function selectionOf(info: GraphQLResolveInfo): ReadonlySet<string> {
  const ofAnswer = info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info));
  const ofRows = ofAnswer
    .filter((field) => field.name.value === "rows")
    .flatMap((field) => fieldsOf(field.selectionSet, info));
  return new Set([...ofAnswer, ...ofRows].map((field) => measureBehind(field.name.value)));
}

/** The fields of a selection, those of its fragments included; what @skip and @include leave out is left out. */
function fieldsOf(selection: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.if === true) return [];
    if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.if === false) return [];
    if (node.kind === Kind.FIELD) return [node];
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? info.fragments[node.name.value] : node;
    return fieldsOf(fragment?.selectionSet, info);
  });
}
