import type { Localized } from "../../schema/core/localized.ts";

/** What `hub doctor` found about one part of a setup. */
export interface SetupFinding {
  /** What was checked, such as `database`. */
  check: string;
  /** PROBLEM: the hub cannot work like this; WARNING: it can, but somebody should look. */
  state: "OK" | "WARNING" | "PROBLEM";
  text: Localized;
  /** What to do; null if nothing is to be done. */
  remedy: Localized | null;
}

type Make = (check: string, ko: string, en: string, remedyKo?: string, remedyEn?: string) => SetupFinding;

const finding =
  (state: SetupFinding["state"]): Make =>
  (check, ko, en, remedyKo, remedyEn) => ({
    check,
    state,
    text: { ko, en },
    remedy: remedyKo === undefined ? null : { ko: remedyKo, en: remedyEn! },
  });

export const ok = finding("OK");
export const warning = finding("WARNING");
export const problem = finding("PROBLEM");
