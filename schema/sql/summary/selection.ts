import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from "graphql";
import { type Selected, selectedFields } from "../direct/selected.ts";
import { measureBehind } from "./amount-in-unit.ts";

/** What of an answer is wanted: names of measures and keys, and of what is told beside the rows. */
export type Selection = ReadonlySet<string>;

/** What a question selects from the answer that its resolver gives. */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const sets = info.fieldNodes.map(({ selectionSet }) => selectionSet);
  return namesIn(selectedFields(getNamedType(info.returnType) as GraphQLObjectType, sets, info));
}

/** The same of fields that are selected from an answer. */
export function namesIn(ofAnswer: readonly Selected[]): Selection {
  const ofRows = ofAnswer.filter(({ name }) => name === "rows").flatMap(({ fields }) => fields);
  return new Set([...ofAnswer, ...ofRows].map(({ name }) => measureBehind(name)));
}
