type Key = string | number | boolean | null;

/** Rows in the order of their keys, the first key first; null comes last. Equal rows keep their order. */
export const sorted = <Row>(rows: readonly Row[], ...keys: ((row: Row) => Key)[]): Row[] =>
  rows.toSorted((one, other) => {
    for (const key of keys) {
      const [left, right] = [key(one), key(other)];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      return left < right ? -1 : 1;
    }
    return 0;
  });

/** The greatest of some numbers; null without any. */
export const greatest = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : Math.max(...numbers);
