import type { Localized } from "./localized.ts";
import { sentence } from "./sentence.ts";

/**
 * The hub's only class of errors: what is wrong and how to fix it, in both languages.
 * GraphQL, HTTP, the command line and pages all show it.
 */
export class HubError extends Error {
  readonly code: string;
  readonly text: Localized;
  readonly remedy: Localized;

  constructor(code: string, text: Localized, remedy: Localized) {
    const [problem, cure] = [sentence(text), sentence(remedy)];
    super(`${problem.ko} ${cure.ko} (${problem.en} ${cure.en})`);
    this.name = "HubError";
    this.code = code;
    this.text = problem;
    this.remedy = cure;
  }
}
