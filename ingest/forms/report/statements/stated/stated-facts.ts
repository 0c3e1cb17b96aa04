import type { QuarterNumber } from "../../../../../schema/core/scalars/quarter.ts";
import type { SectionDraft } from "../../report-draft.ts";
import { printedDates } from "./printed-dates.ts";
import { statedDates } from "./stated-dates.ts";
import { printedFigures, statedFigures } from "./stated-figures.ts";
import { contextsOf, type StatedDateDraft, type StatedFigureDraft } from "./stated-text.ts";

/** Figures and dates that results and plans state in their text. */
export interface StatedFacts {
  figures: StatedFigureDraft[];
  dates: StatedDateDraft[];
}

/**
 * Reads the figures and dates in the text of sections: those that are printed exactly, with a known unit or as a
 * complete date. What is approximate, cumulative, open or can be read in two ways is left out.
 */
export function statedFacts(sections: readonly SectionDraft[], quarter: QuarterNumber): StatedFacts {
  const facts: StatedFacts = { figures: [], dates: [] };
  for (const context of sections.flatMap((section) => contextsOf(section, quarter))) {
    const printed = printedDates(context.text);
    const figures = printedFigures(context.text, context.above, printed);
    facts.figures.push(...statedFigures(context, figures, printed));
    facts.dates.push(...statedDates(context, printed, figures));
  }
  return facts;
}
