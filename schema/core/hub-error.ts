import type { Localized } from "./localized.ts";

/**
 * The hub's only class of errors: what is wrong and how to fix it, in both languages.
 * GraphQL, HTTP, the command line and pages all show it.
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
