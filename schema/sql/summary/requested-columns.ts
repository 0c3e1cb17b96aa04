import type { SelectedField } from "../selection.ts";
import { measureBehind } from "./amount-in-unit.ts";

/** What a query wants of a summary: names of measures and keys, and of what the answer says beside its rows. */
export type RequestedColumns = ReadonlySet<string>;

/** The columns that the selected fields of an answer need. */
export function requestedColumns(ofAnswer: readonly SelectedField[]): RequestedColumns {
  const ofRows = ofAnswer.filter(({ name }) => name === "rows").flatMap(({ fields }) => fields);
  return new Set([...ofAnswer, ...ofRows].map(({ name }) => measureBehind(name)));
}
