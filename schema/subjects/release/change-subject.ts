import { registerEnumType } from "type-graphql";
import { describe, type Localized } from "../../core/localized.ts";

/** What a fact, and so a change, can be about: by name. Each form adds its own. */
export const ChangeSubject: Record<string, string> = {};
const descriptions: Record<string, { description: string }> = {};

/** Adds something that a change can be about. */
export function declareChangeSubject(name: string, { ko, en }: Localized): void {
  ChangeSubject[name] = name;
  descriptions[name] = { description: describe(ko, en) };
}

registerEnumType(ChangeSubject, {
  name: "Subject",
  description: describe("무엇에 대한 사실인가.", "Subject of a fact."),
  valuesConfig: descriptions,
});
