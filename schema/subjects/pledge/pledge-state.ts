import { declareEnum } from "../../core/enum-words.ts";

/** Progress of a pledge as stated by the city; never inferred from text. */
export enum PledgeState {
  COMPLETED = "COMPLETED",
  COMPLETED_CONTINUING = "COMPLETED_CONTINUING",
  ON_TRACK = "ON_TRACK",
  PARTIAL = "PARTIAL",
  SUSPENDED = "SUSPENDED",
  ABANDONED = "ABANDONED",
  MERGED = "MERGED",
}
/** Labels of the states. */
export const pledgeStateWords = declareEnum(PledgeState, {
  name: "PledgeState",
  description: {
    ko: "공약의 이행 상태. 지자체가 밝힌 것만 씁니다.",
    en: "Progress of a pledge as stated by the city; never inferred from text.",
  },
  values: {
    COMPLETED: { ko: "완료", en: "Completed" },
    COMPLETED_CONTINUING: { ko: "이행후계속추진", en: "Completed, continuing" },
    ON_TRACK: { ko: "정상추진", en: "On track" },
    PARTIAL: { ko: "일부추진", en: "Partly under way" },
    SUSPENDED: { ko: "보류", en: "Suspended" },
    ABANDONED: { ko: "폐기", en: "Abandoned" },
    MERGED: { ko: "통합", en: "Merged", meaning: { ko: "통합", en: "Merged into another pledge" } },
  },
});
