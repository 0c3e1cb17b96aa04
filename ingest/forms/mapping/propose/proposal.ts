import type { Localized } from "../../../../schema/core/localized.ts";

/** How sure a part of a proposal is. CERTAIN: the same word; LIKELY: a known synonym, or the values show it; UNSURE: look at it. */
export type Certainty = "CERTAIN" | "LIKELY" | "UNSURE";

/** One part of a proposed mapping, why it is proposed, and how sure that is. */
export interface ProposedPart {
  /** Its place in the JSON: columns.금액. */
  part: string;
  /** The proposed value, in words. */
  proposal: string;
  certainty: Certainty;
  reason: Localized;
}

/** A proposed mapping. */
export interface Proposal {
  /** The mapping, for JSON. */
  mapping: Record<string, unknown>;
  parts: ProposedPart[];
  /** Required headings of the feed for which nothing was found, and what else has to be decided. */
  open: ProposedGap[];
  /** Printed headings that are not used. */
  leftOut: string[];
}

/** What the proposal leaves open. */
export interface ProposedGap {
  part: string;
  reason: Localized;
}
