import {
  type QuarterNumber,
  quarterOfYear,
  yearOfQuarter,
} from "../../../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../../../schema/subjects/report/report-kinds.ts";
import type { FormEdition } from "../../form/form-edition.ts";
import { FormWords } from "../../form/form-words.ts";
import type { SectionDraft } from "../../report-draft.ts";
import { printText } from "./mark-statements.ts";

const withoutYear = /제?\s*[1-4]\s*(?:\/\s*4)?\s*분기/;

/** The heading of a section with year and quarter: the original one, with the year added if needed, or else the form's. */
export function sectionTitle(
  { kind, title }: SectionDraft,
  quarter: QuarterNumber,
  form: FormEdition,
): string {
  const words = FormWords.of(form);
  const sectionQuarter = kind === SectionKind.PLAN ? quarter + 1 : quarter;
  const dated = title.replace(
    withoutYear,
    (words) => `${yearOfQuarter(sectionQuarter)}년 ${words.trimStart()}`,
  );
  const clean = [title, dated].find((one) => isClean(one, kind, sectionQuarter, words));
  return printText(clean ?? official(kind, sectionQuarter, form));
}

function isClean(title: string, kind: SectionKind, quarter: QuarterNumber, words: FormWords): boolean {
  const heading = words.section(title);
  if (!heading || heading.misprintOf || heading.meaning.kind !== kind || title !== title.trim()) return false;
  if (/^[□■▣○●◎◯❍ㅇ#*<]|[\p{C}\u00a0\u2007\u202f\u3000]/u.test(title)) return false;
  const { year, quarter: number } = heading.meaning;
  if (kind === SectionKind.BEFORE_QUARTER) return true;
  return year === yearOfQuarter(quarter) && number === quarterOfYear(quarter);
}

/** 2019년 2/4분기 추진실적 (당해 분기 실적), as the form prints it. */
function official(kind: SectionKind, quarter: QuarterNumber, { sections }: FormEdition): string {
  const { title, afterQuarter, remark } = sections[kind];
  if (!afterQuarter) return `${title} (${remark})`;
  return `${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기 ${afterQuarter[0]} (${remark})`;
}
