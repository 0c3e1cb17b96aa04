import type { Ask } from "../../dashboards/ask.ts";
import type { LanguageCode } from "../../schema/core/localized.ts";

/** Who an assistant asks for: with the rights of its request. */
export interface Caller {
  ask: Ask;
  /** URL of the hub, before its addresses; empty if it is not known. */
  origin: string;
  language: LanguageCode;
}
