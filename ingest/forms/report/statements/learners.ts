import { CourseKind } from "../../../../schema/subjects/academy/course-kind.ts";
import { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type { EnrollmentDraft, SectionDraft } from "../report-draft.ts";

/** 수강인원 : 54명. 인원 alone counts, 수료인원 and 참여 인원 count someone else. */
const label =
  "(?<![가-힣])(?:수강\\s?|(?<!(?<=[가-힣])(?<!과정|아카데미|교육|강좌)\\s))인원(?:은|수)?\\s{0,3}[:：]?\\s{0,3}";
/** 2기 1,035 명 and 5팀 20명: what is counted beside the learners. */
const groups = "(?:\\d{1,4}\\s?(?:기|팀|개팀|개반|반|개과정|과정|회|차|차시|개소)\\s{1,3}|총\\s?){0,2}";
/** 78명 이상 and 500명(누계) are not the number of this quarter. */
const inexact =
  "(?!\\s?[(（]?\\s?(?:누계|누적|합계|이상|이하|내외|정도|미만|초과|가량|안팎|여\\s?명|[~∼～〜-]\\s?\\d))";
/** [1] is the number. */
const headCount = new RegExp(
  `${label}${groups}(\\d[\\d,]{0,12})\\s?(?:명${inexact}|$|(?=[(（])${inexact})`,
  "g",
);
const course = /아카데미|과정|교육/;
const kinds: [RegExp, CourseKind][] = [
  [/기초\s?[·ㆍ‧・,/및]?\s?심화|(?:기초|심화)\s?(?:과정|반)/g, CourseKind.BASIC_ADVANCED],
  [/찾아가는/g, CourseKind.OUTREACH],
];

/** The numbers of learners in the statements of a section; only those whose bullet, or one above it, names a course. */
export function readLearners(section: SectionDraft): EnrollmentDraft[] {
  const bullets: { isCourse: boolean; kind: CourseKind | null }[] = [];
  return section.statements.flatMap(({ text, parent, origin }): EnrollmentDraft[] => {
    const above = parent === null ? undefined : bullets[parent];
    const isCourse = above?.isCourse || course.test(text);
    bullets.push({ isCourse, kind: kindIn(text) ?? above?.kind ?? null });
    if (!isCourse) return [];
    const numbers = [...text.matchAll(headCount)];
    return numbers.flatMap((match, index) => {
      const learners = wholeNumber(match[1]!);
      if (learners === null) return [];
      // The words that qualify a number are between its neighbouring numbers.
      const since = text.slice(endOf(numbers[index - 1]), numbers[index + 1]?.index);
      return {
        section: section.kind,
        kind: kindIn(numbers.length > 1 ? text.slice(0, match.index) : text) ?? above?.kind ?? null,
        learners,
        planned: section.kind === SectionKind.PLAN || since.includes("예정"),
        origin,
      };
    });
  });
}

const endOf = (match: RegExpExecArray | undefined): number => (match ? match.index + match[0].length : 0);

/** The last kind of course that a text names; null if none. */
function kindIn(text: string): CourseKind | null {
  const places = kinds.map(([words, kind]) => ({ kind, at: [...text.matchAll(words)].at(-1)?.index ?? -1 }));
  const last = places.reduce((one, other) => (other.at > one.at ? other : one));
  return last.at < 0 ? null : last.kind;
}

/** 1,200 and 54; null for 1,20 and for numbers too large to count people. */
function wholeNumber(digits: string): number | null {
  const number = Number(digits.replaceAll(",", ""));
  const isGrouped = /^\d+$|^\d{1,3}(,\d{3})+$/.test(digits);
  return isGrouped && number <= 2_147_483_647 ? number : null;
}
