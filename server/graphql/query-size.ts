import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** Size of a query, with every fragment counted wherever it is spread. */
export interface QuerySize {
  /** Levels of fields; a query for one plain field has 1. */
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

/**
 * Measures selections in time linear to the document: a fragment is measured once, however often it is spread.
 * `size` is the size of everything below a selection, `roots` the number of its top-level fields.
 */
export function createQueryMeasure(document: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  /** `of` applied to a fragment once. A fragment within itself counts nothing: another rule rejects the cycle. */
  const once = <T>(empty: T, of: (selectionSet: SelectionSetNode) => T) => {
    const known = new Map<string, T>();
    return (name: string): T => {
      const fragment = fragments.get(name);
      if (!known.has(name) && fragment) {
        known.set(name, empty);
        known.set(name, of(fragment.selectionSet));
      }
      return known.get(name) ?? empty;
    };
  };

  const nothing: QuerySize = { depth: 0, fields: 0, aliases: 0, directives: 0 };
  const size = (selectionSet: SelectionSetNode | undefined): QuerySize =>
    (selectionSet?.selections ?? []).map(sizeOf).reduce(
      (sum, next) => ({
        depth: Math.max(sum.depth, next.depth),
        fields: sum.fields + next.fields,
        aliases: sum.aliases + next.aliases,
        directives: sum.directives + next.directives,
      }),
      nothing,
    );
  const fragmentSize = once(nothing, size);
  const sizeOf = (selection: SelectionNode): QuerySize => {
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragmentSize(selection.name.value)
        : size(selection.selectionSet);
    const isField = selection.kind === Kind.FIELD;
    return {
      depth: inner.depth + (isField ? 1 : 0),
      fields: inner.fields + (isField ? 1 : 0),
      aliases: inner.aliases + (isField && selection.alias ? 1 : 0),
      directives: inner.directives + (selection.directives?.length ?? 0),
    };
  };

  const roots = (selectionSet: SelectionSetNode): number =>
    selectionSet.selections.map(rootsOf).reduce((sum, next) => sum + next, 0);
  const fragmentRoots = once(0, roots);
  const rootsOf = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return 1;
    return selection.kind === Kind.FRAGMENT_SPREAD
      ? fragmentRoots(selection.name.value)
      : roots(selection.selectionSet);
  };
  return { size, roots };
}
