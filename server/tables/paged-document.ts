import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  parseType,
  parseValue,
  type SelectionNode,
  visit,
} from "graphql";
import type { ListField } from "./table-plan.ts";

/** Rows that are asked for at a time: the most that a page may have. */
const rowsPerPage = 1000;

/** Name of the variable that takes the cursor of the previous page. */
export const cursorVariable = "_hubAfter";

/** Names of the fields that the hub adds to a connection. */
export const addedFields = { total: "_hubTotal", page: "_hubPage" } as const;

const nameOf = (value: string) => ({ kind: Kind.NAME, value }) as const;

const field = (name: string, alias: string | null, below: readonly FieldNode[] = []): FieldNode => ({
  kind: Kind.FIELD,
  name: nameOf(name),
  ...(alias !== null && { alias: nameOf(alias) }),
  ...(below.length > 0 && { selectionSet: { kind: Kind.SELECTION_SET, selections: [...below] } }),
});

const countFields: readonly SelectionNode[] = [
  field("totalCount", addedFields.total),
  field("pageInfo", addedFields.page, [field("hasNextPage", null), field("endCursor", null)]),
];

const pageArguments: readonly ArgumentNode[] = [
  { kind: Kind.ARGUMENT, name: nameOf("first"), value: parseValue(String(rowsPerPage)) },
  { kind: Kind.ARGUMENT, name: nameOf("after"), value: parseValue(`$${cursorVariable}`) },
];

/** Whether the table of these lists is read page by page: its outermost list has pages, and the query names none. */
export const isPaged = ([outermost]: readonly ListField[]): boolean => outermost?.page?.isLimited === false;

/** A document of one operation that also asks how many rows each list of the chain has, and takes a cursor if it is paged. */
export function pagedDocument(document: DocumentNode, chain: readonly ListField[]): DocumentNode {
  const nodesOf = (list: ListField | undefined) => list?.page?.field.nodes ?? [];
  const counted = new Set(chain.flatMap(nodesOf));
  const paged = new Set(isPaged(chain) ? nodesOf(chain[0]) : []);
  return visit(document, {
    // On leaving, fields below have been replaced already; `counted` holds nodes as they were.
    Field: {
      enter: (node) => {
        if (!counted.has(node) || !node.selectionSet) return undefined;
        const selections = [...node.selectionSet.selections, ...countFields];
        return {
          ...node,
          selectionSet: { ...node.selectionSet, selections },
          ...(paged.has(node) && { arguments: [...(node.arguments ?? []), ...pageArguments] }),
        };
      },
    },
    OperationDefinition: (node) => {
      if (paged.size === 0) return undefined;
      const variable = { kind: Kind.VARIABLE, name: nameOf(cursorVariable) } as const;
      const definition = {
        kind: Kind.VARIABLE_DEFINITION,
        variable,
        type: parseType("String"),
      } as const;
      return { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), definition] };
    },
  });
}
