import { registerEnumType } from "type-graphql";
import { describe, type Localized } from "../../core/localized.ts";

/** Subjects of facts and changes, by name. Each form adds its own. */
export const ChangeSubject: Record<string, string> = {};
const descriptions: Record<string, { description: string }> = {};

/** Subjects whose keys begin with the code of a pledge. */
export const subjectsOfPledges = new Set<string>();

/** Adds a subject of changes. */
export function declareChangeSubject(name: string, { ko, en }: Localized, isOfPledge: boolean): void {
  if (isOfPledge) subjectsOfPledges.add(name);
  ChangeSubject[name] = name;
  descriptions[name] = { description: describe(ko, en) };
}

registerEnumType(ChangeSubject, {
  name: "Subject",
  description: describe("무엇에 대한 사실인가.", "Subject of a fact."),
  valuesConfig: descriptions,
});
