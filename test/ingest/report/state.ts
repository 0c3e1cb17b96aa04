import type { SectionDraft } from "../../../ingest/forms/report/report-draft.ts";
import {
  type StatedFacts,
  statedFacts,
} from "../../../ingest/forms/report/statements/stated/stated-facts.ts";
import { parseQuarter } from "../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../schema/subjects/report/report-kinds.ts";

/** The figures and dates of statements, each under the one before it, in a section of a report on a quarter. */
export function factsIn(
  texts: readonly string[],
  { section = SectionKind.THIS_QUARTER, quarter = "2019-Q2" } = {},
): StatedFacts {
  const statements = texts.map((text, index) => ({
    ...{ text, depth: index, parent: index === 0 ? null : index - 1 },
    origin: { line: index + 1, column: null, quote: text },
  }));
  const draft: SectionDraft = {
    ...{ kind: section, title: "실적", statements },
    origin: { line: 1, column: null, quote: "실적" },
  };
  return statedFacts([draft], parseQuarter(quarter)!);
}
