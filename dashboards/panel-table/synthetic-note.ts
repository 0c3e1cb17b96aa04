import type { Localized } from "../../schema/core/localized.ts";

/** Stands inside every picture and download of a city that is not real. */
export const syntheticNote: Localized = {
  ko: "합성 데이터: 실제 지방자치단체가 아닙니다",
  en: "Synthetic data: not a real city",
};
