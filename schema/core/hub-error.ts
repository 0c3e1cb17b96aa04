import type { Localized } from "./localized.ts";

/**
 * The one error of the hub: what is wrong and what to do, in both languages.
 * GraphQL, HTTP, command line and pages all show this one.
 */
export class HubError extends Error {
  readonly code: string;
  readonly text: Localized;
  readonly remedy: Localized;

  constructor(code: string, text: Localized, remedy: Localized) {
    super(`${text.ko} ${remedy.ko} (${text.en} ${remedy.en})`);
    this.name = "HubError";
    this.code = code;
    this.text = text;
    this.remedy = remedy;
  }
}
