import type { Paragraph } from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { PartKind } from "../form/form-edition.ts";
import type { Funding } from "../funding/funding-part.ts";
import type { PlacedForm } from "../place/placed-form.ts";

const afterResults: PartKind[] = ["PARTICIPATION", "FUNDING", "ISSUES"];

/**
 * VALUE_MISSING for a truncated file. A part may be missing, but a report that ends within its results,
 * directly after the heading of a table or before the last row of its amounts is incomplete.
 */
export function cutOff(last: Paragraph, form: PlacedForm, { hasTable, hasLastRow }: Funding): FindingDraft[] {
  const endsEarly = (missing: PartKind[]): FindingDraft[] => {
    const names = missing.map((kind) => form.words.edition.parts[kind].title).join(", ");
    return [
      draftFinding(
        "VALUE_MISSING",
        { line: last.line, quote: last.text.slice(0, 200) },
        `파일이 ${last.line}번째 줄에서 끝나 ‘${names}’의 내용이 없습니다. 파일이 중간에서 잘린 것으로 보이니 원본 전체를 다시 올려 주십시오.`,
        `The file ends at line ${last.line}, without the content of “${names}”. It appears to be truncated: import the complete original.`,
      ),
    ];
  };
  const missing = afterResults.filter((kind) => !form.headings.has(kind));
  if (missing.length === afterResults.length && form.issues.length === 0) return endsEarly(missing);
  const ending = lastPart(form);
  if (ending === "FUNDING" && (!hasTable || !hasLastRow)) return endsEarly(["FUNDING"]);
  const saysNothing = ending === "PARTICIPATION" && !form.participation.some((block) => Array.isArray(block));
  return saysNothing ? endsEarly(["PARTICIPATION"]) : [];
}

/** The part whose heading comes last. */
const lastPart = ({ headings }: PlacedForm): PartKind | undefined =>
  [...headings].sort(([, one], [, other]) => one.line - other.line).at(-1)?.[0];
