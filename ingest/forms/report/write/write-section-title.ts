import { type QuarterNumber, quarterOfYear, yearOfQuarter } from "../../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import { readSectionTitle } from "../layout/headings.ts";
import type { SectionDraft } from "../report-draft.ts";
import { writeText } from "./escape-statements.ts";

const withoutYear = /제?\s*[1-4]\s*(?:\/\s*4)?\s*분기/;

/** The heading of a section with year and quarter: the original one, with the year added if needed, or else the form's. */
export function sectionTitle({ kind, title }: SectionDraft, quarter: QuarterNumber): string {
  const sectionQuarter = kind === SectionKind.PLAN ? quarter + 1 : quarter;
  const dated = title.replace(
    withoutYear,
    (words) => `${yearOfQuarter(sectionQuarter)}년 ${words.trimStart()}`,
  );
  const clean = [title, dated].find((words) => isClean(words, kind, sectionQuarter));
  return writeText(clean ?? official(kind, sectionQuarter));
}

function isClean(title: string, kind: SectionKind, quarter: QuarterNumber): boolean {
  const heading = readSectionTitle(title);
  if (!heading || heading.misprintOf || heading.meaning.kind !== kind || title !== title.trim()) return false;
  if (/^[□■▣○●◎◯❍ㅇ#*<]|[\t\r\n]/.test(title)) return false;
  const { year, quarter: number } = heading.meaning;
  if (kind === SectionKind.BEFORE_QUARTER) return true;
  return year === yearOfQuarter(quarter) && number === quarterOfYear(quarter);
}

function official(kind: SectionKind, quarter: QuarterNumber): string {
  if (kind === SectionKind.BEFORE_QUARTER) return "그동안 추진실적 (당해 분기 이전 실적)";
  const printed = `${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기`;
  return kind === SectionKind.PLAN
    ? `${printed} 추진계획 (향후 추진 계획)`
    : `${printed} 추진실적 (당해 분기 실적)`;
}
