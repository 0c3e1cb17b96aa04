import type { Localized } from "../../../../schema/core/localized.ts";
import { Severity } from "../../../../schema/subjects/release/finding-code.ts";
import { ContactRole, SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type { DocumentModel } from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft, type Place } from "../../../draft-finding.ts";
import type { Funding } from "../funding/funding-part.ts";
import type { Header } from "../header/header.ts";
import type { Participation } from "../participation.ts";
import type { PlacedForm } from "../place/placed-form.ts";
import { locationOf } from "../place/printed.ts";
import { shareTaken } from "../place/unplaced.ts";

/** A part of the form, whether the document has it, and the heading that was found without its content. */
interface FormPart {
  name: string;
  isPresent: boolean;
  place: Place | null;
}

/** At least this share of a document's letters is on the form; less is another document, or an unknown layout. */
const leastShare = 0.5;

/**
 * PART_MISSING for each part of the form that the document lacks: a warning each, or one error if too little of the
 * report was placed to trust the rest.
 */
export function missingParts(
  model: DocumentModel,
  form: PlacedForm,
  header: Header,
  participation: Participation,
  funding: Funding,
): FindingDraft[] {
  const { parts, issues, sections } = form.words.edition;
  const placeOf = (kind: "PARTICIPATION" | "FUNDING" | "ISSUES"): Place | null => {
    const heading = form.headings.get(kind);
    return heading ? locationOf(heading) : null;
  };
  const body: FormPart[] = [
    ...Object.values(SectionKind).map((kind) => ({
      ...{
        name: sections[kind].title,
        isPresent: form.sections.some((one) => one.kind === kind),
        place: null,
      },
    })),
    {
      name: parts.PARTICIPATION.title,
      isPresent: participation.counts.length > 0 || participation.findings.length > 0,
      place: placeOf("PARTICIPATION"),
    },
    { name: parts.FUNDING.title, isPresent: funding.hasTable, place: placeOf("FUNDING") },
    ...(form.issues.length === 0
      ? [{ name: parts.ISSUES.title, isPresent: false, place: placeOf("ISSUES") }]
      : (["PROBLEM", "REMEDY"] as const).map((kind) => ({
          ...{ name: issues[kind].title, isPresent: form.issues.some((one) => one.kind === kind) },
          place: placeOf("ISSUES"),
        }))),
  ];
  const all = [...headerParts(form, header), ...body];
  const missing = all.filter(({ isPresent }) => !isPresent);
  const share = shareTaken(model, form);
  const isTooLittle =
    share < leastShare || form.sections.length === 0 || countParts(form, participation, funding) < 2;
  if (isTooLittle) return [tooLittle(all, share)];
  return missing.map(({ name, place }) => partMissing(name, place));
}

const countParts = (
  { sections, issues }: PlacedForm,
  { counts }: Participation,
  { hasTable }: Funding,
): number =>
  [sections.length, counts.length, Number(hasTable), issues.length].filter((count) => count > 0).length;

function headerParts({ words }: PlacedForm, { pledge, department, labels }: Header): FormPart[] {
  const { contacts, title } = words.edition.header;
  const roles = Object.values(ContactRole).map((role) => ({
    ...{ name: contacts[role].title, isPresent: labels.has(role), place: null },
  }));
  return [
    // Without code and title the report is refused for that reason.
    ...(pledge ? [{ name: title.title, isPresent: true, place: null }] : []),
    { name: contacts.DEPARTMENT.title, isPresent: department !== null, place: null },
    ...roles,
  ];
}

const partMissing = (name: string, place: Place | null): FindingDraft =>
  draftFinding(
    "PART_MISSING",
    place,
    place
      ? `‘${name}’의 제목은 있으나 서식에 맞는 내용을 찾지 못했습니다. 원문과 대조하고 서식대로 적어 주십시오.`
      : `보고서에서 ‘${name}’ 부분을 찾지 못했습니다. 원문에 있는지 확인하고, 있으면 서식의 제목으로 적어 주십시오.`,
    place
      ? `“${name}” has a heading but no content on the form. Compare with the original and complete it.`
      : `The report has no part “${name}”, or it was not found. If the original has it, give it the heading of the form.`,
  );

function tooLittle(parts: FormPart[], share: number): FindingDraft {
  const list = (isPresent: boolean): string =>
    parts
      .filter((part) => part.isPresent === isPresent)
      .map(({ name }) => name)
      .join(", ");
  const [present, absent] = [list(true), list(false)];
  const text = words(present, absent, Math.round(share * 100));
  return { ...draftFinding("PART_MISSING", null, text.ko, text.en), severity: Severity.ERROR };
}

const words = (present: string, absent: string, percent: number): Localized => ({
  ko: `보고서에서 서식에 맞는 부분을 충분히 찾지 못해 가져오지 않았습니다(글의 ${percent}%만 읽음). 찾은 부분: ${present || "없음"}. 찾지 못한 부분: ${absent || "없음"}. 서식대로 작성된 원본을 올려 주십시오.`,
  en: `Too little of the report was found on the form to trust the rest (${percent}% of its text was read). Found: ${present || "nothing"}. Not found: ${absent || "nothing"}. Import the original on the form.`,
});
