/** Where the cells of a feed's column are in a table; columns are indexes of cells, from 0. */
export type PlacedSource =
  | { is: "printed"; index: number; words: ReadonlyMap<string, string>; prefix: string }
  /** Texts and indexes of cells. */
  | { is: "constant"; parts: readonly (string | number)[] }
  | { is: "marked"; marks: readonly { index: number; heading: string; word: string }[] }
  /** The value of the unpivoted column, by member. */
  | { is: "member"; values: readonly (readonly (string | number)[])[] }
  /** The column of a measure, by member. */
  | { is: "measure"; indexes: readonly number[] }
  | { is: "absent" };

/** The columns that a source reads, by index. */
export function indexesOf(source: PlacedSource): readonly number[] {
  const inParts = (parts: readonly (string | number)[]) => parts.filter((part) => typeof part === "number");
  switch (source.is) {
    case "printed":
      return [source.index];
    case "constant":
      return inParts(source.parts);
    case "marked":
      return source.marks.map(({ index }) => index);
    case "member":
      return source.values.flatMap(inParts);
    case "measure":
      return source.indexes;
    case "absent":
      return [];
  }
}
