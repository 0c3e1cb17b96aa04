import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { type PartKind, partTitle } from "../layout/headings.ts";
import { isBlank, type Line } from "../layout/lines-and-cells.ts";
import type { Parts } from "../layout/parts.ts";

const afterResults: PartKind[] = ["PARTICIPATION", "FUNDING", "ISSUES"];

/**
 * VALUE_MISSING for a truncated file. A part may be missing, but a report that ends within its results,
 * directly after the heading of a table or before the last row of its amounts is incomplete.
 */
export function cutOff(
  lines: Line[],
  parts: Parts,
  hasFundingTable: boolean,
  hasLastRow: boolean,
): FindingDraft[] {
  const last = lines.findLast(({ text }) => !isBlank(text))!;
  const missing = afterResults.filter((kind) => !parts.headings.has(kind));
  if (missing.length === afterResults.length && parts.issues.length === 0) return [endsEarly(last, missing)];
  const ending = lastPart(parts);
  if (ending === "FUNDING" && (!hasFundingTable || !hasLastRow)) return [endsEarly(last, ["FUNDING"])];
  const saysNothing =
    ending === "PARTICIPATION" && !parts.participation.some(({ text }) => text.includes("\t"));
  return saysNothing ? [endsEarly(last, ["PARTICIPATION"])] : [];
}

/** The part whose heading comes last. */
const lastPart = ({ headings }: Parts): PartKind | undefined =>
  [...headings].sort(([, one], [, other]) => one.number - other.number).at(-1)?.[0];

function endsEarly(last: Line, missing: PartKind[]): FindingDraft {
  const names = missing.map((kind) => partTitle[kind]).join(", ");
  return draftFinding(
    "VALUE_MISSING",
    { line: last.number, quote: last.text.trim().slice(0, 200) },
    `파일이 ${last.number}번째 줄에서 끝나 ‘${names}’의 내용이 없습니다. 파일이 중간에서 잘린 것으로 보이니 원본 전체를 다시 올려 주십시오.`,
    `The file ends at line ${last.number}, without the content of “${names}”. It appears to be truncated: import the complete original.`,
  );
}
