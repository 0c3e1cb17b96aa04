import { declareEnum } from "../../core/enum-words.ts";

/** Why a ratio has no value. */
export enum NullReason {
  NOT_REPORTED = "NOT_REPORTED",
  ZERO_DENOMINATOR = "ZERO_DENOMINATOR",
  NO_TARGET = "NO_TARGET",
  NO_PREVIOUS_PERIOD = "NO_PREVIOUS_PERIOD",
  CLOSED = "CLOSED",
  PHASE_NOT_STATED = "PHASE_NOT_STATED",
}
/** Texts shown instead of a ratio that has no value. */
export const nullReasonWords = declareEnum(NullReason, {
  name: "NullReason",
  description: { ko: "비율에 값이 없는 까닭.", en: "Why a ratio has no value." },
  values: {
    NOT_REPORTED: { ko: "미보고", en: "not reported", meaning: { ko: "보고되지 않음", en: "Not reported." } },
    ZERO_DENOMINATOR: {
      ko: "분모 0",
      en: "denominator is 0",
      meaning: { ko: "분모가 0", en: "The denominator is 0." },
    },
    NO_TARGET: {
      ko: "목표 없음",
      en: "no target",
      meaning: { ko: "목표가 없음", en: "There is no target." },
    },
    NO_PREVIOUS_PERIOD: {
      ko: "비교 기간 없음",
      en: "no earlier period",
      meaning: { ko: "견줄 앞 기간이 없음", en: "There is no earlier period to compare with." },
    },
    CLOSED: {
      ko: "폐장",
      en: "closed",
      meaning: { ko: "이 기간에 열려 있지 않음", en: "The outlet was not open in the period." },
    },
    PHASE_NOT_STATED: {
      ko: "단계 미상",
      en: "phase not stated",
      meaning: {
        ko: "단계가 적히지 않은 금액뿐임",
        en: "The row has published amounts only, whose phase is not stated.",
      },
    },
  },
});
