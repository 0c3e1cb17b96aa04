import type { Localized } from "./localized.ts";

/** What is wrong and how to fix it: the content of a HubError, also if nothing was thrown. */
export interface Problem {
  /** The hub's own code; NO_ANSWER if it gave none. */
  code: string;
  text: Localized;
  remedy: Localized;
}
