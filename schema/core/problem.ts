import type { Localized } from "./localized.ts";

/** What is wrong and what to do about it: what a HubError carries, also where nothing was thrown. */
export interface Problem {
  /** The hub's own code; NO_ANSWER if it gave none. */
  code: string;
  text: Localized;
  remedy: Localized;
}
