import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fieldOf, sizeOf } from "./field-size.ts";

/** Input of the cost calculation. `variables` are coerced; the operation is valid. */
export interface CostedOperation {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
}

/** A field on the path to the largest part of an answer, with the number of elements that it multiplies by; 1 if it is not a list. */
export interface PathStep {
  field: string;
  size: number;
}

/** Maximum number of values of an answer, and the path to most of them. */
export interface QueryCost {
  values: number;
  heaviestPath: PathStep[];
}

interface FieldCost {
  name: string;
  isList: boolean;
  /** Elements of the list, or of the lists directly below a page or a summary; null if nothing limits them. */
  size: number | null;
  /** Elements of the list if neither it nor the field above is limited. */
  assumedSize: number;
  /** Values that the response key counts for: long aliases take space in every row. */
  key: number;
  /** Values of one element. */
  element: number;
  below: { type: GraphQLNamedType; selectionSet: SelectionSetNode } | null;
}

/** Values of a selection: those independent of the size given above, those per element of it, and those without a size. */
interface SelectionCost {
  fixed: number;
  perElement: number;
  assumed: number;
}

/** Number of letters of a response key that count as one more value. */
const keyLetters = 32;

/**
 * Maximum number of values of the answer to a query: sizes of lists multiplied through the nesting. Linear in the
 * document, because each selection set is measured once, however often its fragment is spread.
 */
export function queryCost({ schema, operation, fragments, variables }: CostedOperation): QueryCost {
  const measured = new Map<SelectionSetNode, SelectionCost>();

  const selectionCost = (type: GraphQLNamedType, selectionSet: SelectionSetNode): SelectionCost => {
    const known = measured.get(selectionSet);
    if (known) return known;
    const cost: SelectionCost = { fixed: 0, perElement: 0, assumed: 0 };
    for (const selection of selectionSet.selections) {
      if (isSkipped(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) add(cost, fieldCost(type, selection));
      else {
        const { on, set } = fragmentOf(type, selection);
        const inner = selectionCost(on, set);
        cost.fixed += inner.fixed;
        cost.perElement += inner.perElement;
        cost.assumed += inner.assumed;
      }
    }
    measured.set(selectionSet, cost);
    return cost;
  };

  const fragmentOf = (type: GraphQLNamedType, selection: Exclude<SelectionNodeOf, FieldNode>) => {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value)! : type;
    return { on, set: fragment.selectionSet };
  };

  const fieldCost = (parent: GraphQLNamedType, node: FieldNode): FieldCost => {
    const name = node.name.value;
    const key = 1 + Math.floor((node.alias?.value ?? name).length / keyLetters);
    const field = fieldOf(schema, parent, name);
    if (!field)
      return { ...{ name, isList: false, size: null, assumedSize: 1, below: null }, key, element: 0 };
    const { type, isList } = field;
    const size = sizeOf(field, node, variables);
    const below = node.selectionSet ? { type, selectionSet: node.selectionSet } : null;
    // `first` limits the list itself, or the lists directly below it.
    const inner = below && total(selectionCost(type, below.selectionSet), isList ? null : size);
    const element = inner === null ? field.weight - (isList ? 0 : 1) : inner + (isList ? 1 : 0);
    return { name, isList, size, assumedSize: field.assumedSize, key, element, below };
  };

  /** Follows the field with the most values, level by level. */
  const heaviestPath = (
    type: GraphQLNamedType,
    selectionSet: SelectionSetNode,
    sizeAbove: number | null,
  ): PathStep[] => {
    const fields = flatten(type, selectionSet).map(({ on, node }) => fieldCost(on, node));
    const heaviest = fields.reduce<FieldCost | null>(
      (most, next) => (most && valuesOf(most, sizeAbove) >= valuesOf(next, sizeAbove) ? most : next),
      null,
    );
    if (!heaviest) return [];
    const step = { field: heaviest.name, size: elementsOf(heaviest, sizeAbove) };
    const { below, isList, size } = heaviest;
    return [step, ...(below ? heaviestPath(below.type, below.selectionSet, isList ? null : size) : [])];
  };

  const flatten = (
    type: GraphQLNamedType,
    { selections }: SelectionSetNode,
  ): { on: GraphQLNamedType; node: FieldNode }[] =>
    selections
      .filter((selection) => !isSkipped(selection, variables))
      .flatMap((selection) => {
        if (selection.kind === Kind.FIELD) return [{ on: type, node: selection }];
        const { on, set } = fragmentOf(type, selection);
        return flatten(on, set);
      });

  const root = schema.getRootType(operation.operation)!;
  return {
    values: total(selectionCost(root, operation.selectionSet), null),
    get heaviestPath() {
      return heaviestPath(root, operation.selectionSet, null);
    },
  };
}

type SelectionNodeOf = SelectionSetNode["selections"][number];

const total = ({ fixed, perElement, assumed }: SelectionCost, size: number | null): number =>
  fixed + (size === null ? assumed : size * perElement);

/** Elements of a field's list, given the size that the field above limits its lists to; 1 if it is not a list. */
const elementsOf = ({ isList, size, assumedSize }: FieldCost, sizeAbove: number | null): number =>
  isList ? (size ?? sizeAbove ?? assumedSize) : 1;

const valuesOf = (field: FieldCost, sizeAbove: number | null): number =>
  field.key + elementsOf(field, sizeAbove) * field.element;

function add(cost: SelectionCost, field: FieldCost): void {
  cost.fixed += field.key;
  if (field.isList && field.size === null) {
    cost.perElement += field.element;
    cost.assumed += field.assumedSize * field.element;
  } else cost.fixed += (field.isList ? field.size! : 1) * field.element;
}

const isSkipped = (node: SelectionNodeOf, variables: Readonly<Record<string, unknown>>): boolean =>
  Boolean(node.directives?.length) &&
  (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false);
