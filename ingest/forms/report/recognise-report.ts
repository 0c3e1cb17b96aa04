import type { DocumentModel } from "../../documents/document-model.ts";
import type { FormEdition } from "./form/form-edition.ts";
import { FormWords } from "./form/form-words.ts";
import { formEditions } from "./form/quarterly-report-form.ts";
import { type Header, readHeader } from "./header/header.ts";
import { placeOnForm } from "./place/place-on-form.ts";
import type { PlacedForm } from "./place/placed-form.ts";

/** A document laid out on the edition of the form that fits it best, with its header. */
export interface RecognisedReport {
  form: PlacedForm;
  header: Header;
}

/** Marks required to be a report; code and title count as two. */
const enough = 3;

/**
 * Lays a document out on the form; null if it has fewer than three of the form's marks, which are code and title
 * (counted twice), contacts, the headings of the table of results, and the headings of sections and parts, at least one of these.
 */
export function recogniseReport(
  model: DocumentModel,
  editions: readonly FormEdition[] = formEditions,
): RecognisedReport | null {
  let best: (RecognisedReport & { marks: number }) | null = null;
  for (const edition of editions) {
    const form = placeOnForm(model, FormWords.of(edition));
    const header = readHeader(form);
    const marks = marksOf(form, header);
    if (marks >= enough && marks > (best?.marks ?? 0)) best = { form, header, marks };
  }
  return best;
}

function marksOf({ headings, sections, hasResultColumns }: PlacedForm, { pledge, labels }: Header): number {
  // A feed too has codes, titles and departments.
  if (headings.size + sections.length === 0) return 0;
  const code = pledge?.code.includes("-") ? 2 : 0;
  return code + headings.size + sections.length + Number(hasResultColumns) + Number(labels.size > 0);
}
