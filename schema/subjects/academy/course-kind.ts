import { declareEnum } from "../../core/enum-words.ts";

/** The kinds of course of the academy. */
export enum CourseKind {
  BASIC_ADVANCED = "BASIC_ADVANCED",
  OUTREACH = "OUTREACH",
}
/** Labels of the kinds of course. */
export const courseKindWords = declareEnum(CourseKind, {
  name: "CourseKind",
  description: { ko: "아카데미 과정의 종류.", en: "Kinds of academy course." },
  values: {
    BASIC_ADVANCED: { ko: "기초·심화", en: "Basic and advanced" },
    OUTREACH: { ko: "찾아가는", en: "Outreach" },
  },
});
