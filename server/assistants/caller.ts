import type { Ask } from "../../dashboards/ask.ts";
import type { Publication } from "../../dashboards/publication/publication.ts";
import type { LanguageCode } from "../../schema/core/localized.ts";

/** Who an assistant asks for: with the rights of its request. */
export interface Caller {
  ask: Ask;
  /** URL of the hub, before its addresses; null if it is not known. */
  origin: string | null;
  /** Who publishes the data, and on which terms. */
  publication: Publication;
  language: LanguageCode;
}
