import { registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";

/** How far a pledge is. Stated by the city, never guessed from text. */
export enum PledgeState {
  COMPLETED = "COMPLETED",
  COMPLETED_CONTINUING = "COMPLETED_CONTINUING",
  ON_TRACK = "ON_TRACK",
  PARTIAL = "PARTIAL",
  SUSPENDED = "SUSPENDED",
  ABANDONED = "ABANDONED",
  MERGED = "MERGED",
}
registerEnumType(PledgeState, {
  name: "PledgeState",
  description: describe(
    "공약의 이행 상태. 지자체가 밝힌 것만 씁니다.",
    "How far a pledge is, as the city states it; never guessed from text.",
  ),
  valuesConfig: {
    COMPLETED: { description: describe("완료", "Completed") },
    COMPLETED_CONTINUING: { description: describe("이행후계속추진", "Completed and carried on") },
    ON_TRACK: { description: describe("정상추진", "On track") },
    PARTIAL: { description: describe("일부추진", "Partly under way") },
    SUSPENDED: { description: describe("보류", "Suspended") },
    ABANDONED: { description: describe("폐기", "Abandoned") },
    MERGED: { description: describe("통합", "Merged into another pledge") },
  },
});
