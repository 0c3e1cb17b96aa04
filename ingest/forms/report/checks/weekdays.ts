import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { StatementPiece } from "../statements/outline.ts";

const weekdays = "일월화수목금토";
const separator = "\\s{0,3}(?:\\.|년|월|-|/)\\s{0,3}";
/** 2019. 7. 11.(목) · '19.7.11(목) · 2019년 7월 11일(목요일) · 7. 16.(화): [1] year, [2] month, [3] day, [4] weekday. */
const dated = new RegExp(
  `(?<!\\d|\\d[.\\-/]\\s?)(?:(\\d{4}|['’‘\`]\\d{2})${separator})?(?:(\\d{1,2})${separator})(\\d{1,2})\\s?(?:일|\\.)?\\s{0,3}[(（]\\s?([${weekdays}])(?:요일)?(?:[\\s,/·][^()（）]{0,40})?[)）]`,
  "g",
);

/** WEEKDAY_MISMATCH for dates printed with a weekday that they did not fall on. */
export function wrongWeekdays(pieces: StatementPiece[]): FindingDraft[] {
  const findings: FindingDraft[] = [];
  /** Year and month of the previous date in the same statement: 2019. 7. 11.(목), 7. 16.(화). */
  let before: { year: number; month: number } | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.statement !== pieces[index - 1]?.statement) before = undefined;
    for (const match of piece.text.matchAll(dated)) {
      const [month, day] = [Number(match[2]), Number(match[3])];
      const years = yearsOf(match[1], month, before);
      const days = years.flatMap((year) => weekdayOf(year, month, day) ?? []);
      if (years.length > 0) before = { year: years.at(-1)!, month };
      if (days.length > 0 && !days.includes(match[4]!))
        findings.push(mismatch(piece, match, days[0]!, years[0]!));
    }
  }
  return findings;
}

/** Without a printed year: that of the previous date, or the next year if the month decreases (12. 30. ~ 1. 3.). */
function yearsOf(
  printed: string | undefined,
  month: number,
  before: { year: number; month: number } | undefined,
): number[] {
  const digits = printed?.replace(/\D/g, "");
  if (digits) return [Number(digits.length === 2 ? `20${digits}` : digits)];
  if (!before) return [];
  return month < before.month ? [before.year, before.year + 1] : [before.year];
}

/** The weekday of a date; undefined if the date does not exist. */
function weekdayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? weekdays[date.getUTCDay()]
    : undefined;
}

function mismatch(
  { line, column }: StatementPiece,
  match: RegExpMatchArray,
  actual: string,
  year: number,
): FindingDraft {
  return draftFinding(
    "WEEKDAY_MISMATCH",
    { line, column, quote: match[0] },
    `요일이 날짜와 맞지 않습니다: ‘${match[0]}’. ${year}년 ${match[2]}월 ${match[3]}일은 ${actual}요일입니다. 날짜와 요일 가운데 어느 쪽이 맞는지 확인하십시오.`,
    `The weekday does not match the date: “${match[0]}” was a ${english[weekdays.indexOf(actual)]} in ${year}. Check which one is correct.`,
  );
}

const english = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
