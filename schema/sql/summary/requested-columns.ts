import type { SelectedField } from "../selection.ts";
import { measureBehind } from "./amount-in-unit.ts";

/** The columns that a query requests from a summary: names of measures and keys, and of the answer's other fields. */
export type RequestedColumns = ReadonlySet<string>;

/** The columns that the selected fields of an answer need. */
export function requestedColumns(ofAnswer: readonly SelectedField[]): RequestedColumns {
  const ofRows = ofAnswer.filter(({ name }) => name === "rows").flatMap(({ fields }) => fields);
  return new Set([...ofAnswer, ...ofRows].map(({ name }) => measureBehind(name)));
}
