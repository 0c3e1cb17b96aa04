import { HubError } from "../../schema/core/hub-error.ts";
import { addedFields } from "./paged-document.ts";
import { type Leaf, type ListField, pathOfChain } from "./table-plan.ts";

/** A cell: null where the answer has null, or no object to take the value from. */
export type CellValue = string | number | boolean | null;

/** The value at a path of keys; null if something on the way is null. */
export function valueAt(element: unknown, path: readonly string[]): unknown {
  let value = element;
  for (const key of path) value = (value as Record<string, unknown> | null)?.[key] ?? null;
  return value;
}

/** The cells of an object's plain values; a list of plain values is one cell. */
export const cellsOf = (element: unknown, leaves: readonly Leaf[]): CellValue[] =>
  leaves.map(({ path }) => {
    const value = valueAt(element, path);
    return Array.isArray(value) ? value.join("; ") : (value as CellValue);
  });

/**
 * The rows of the innermost list, each after the cells of what is around it. Throws LIST_CUT if a list within another
 * goes on and the query does not say how much of it is meant.
 */
export function rowsBelow(
  element: unknown,
  [list, ...inner]: readonly ListField[],
  around: readonly CellValue[],
): CellValue[][] {
  if (!list) return [[...around]];
  const elements = valueAt(element, list.path);
  return (Array.isArray(elements) ? elements : []).flatMap((one) => {
    for (const { page, path } of inner.slice(0, 1)) {
      const goesOn = page && valueAt(one, [...page.path, addedFields.page, "hasNextPage"]) === true;
      if (goesOn && !page.isLimited) throw listCut([list, { path } as ListField]);
    }
    return rowsBelow(one, inner, [...around, ...cellsOf(one, list.content.leaves)]);
  });
}

const listCut = (chain: readonly ListField[]): HubError =>
  new HubError(
    "LIST_CUT",
    {
      ko: `${pathOfChain(chain)} 목록이 한 쪽보다 길어, 표에 다 담기지 않습니다.`,
      en: `The list ${pathOfChain(chain)} is longer than a page, so that the table would not have all of it.`,
    },
    {
      ko: "그 목록에 first를 쓰거나(1000까지), 그 목록을 질의의 바깥에서 물으십시오.",
      en: "Give that list a first (up to 1000), or ask for it outside of the other list.",
    },
  );
