import { DatePrecision } from "../../../../../schema/subjects/report/stated-kinds.ts";
import {
  type Point,
  type PointReading,
  readDatedPoint,
  readDayOf,
  readMonth,
  readYearlessPoint,
} from "./printed-point.ts";
import type { Span } from "./stated-text.ts";

/** A date in a text, or a period: `first` and `last` are the same for a date. Null: something like a date that says none. */
export interface PrintedDate extends Span {
  points: { first: Point; last: Point } | null;
}

const candidate =
  /(?<![\d.,:/A-Za-z]|\d-)(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d)|\d{1,2}(?= ?월)|\d{1,2}(?= ?[~-] ?\d{1,2} ?월)|\d{1,2}(?=\. ?\d{1,2}\.? ?\([일월화수목금토])|[1-4]\/4 ?분기)/g;
/** 18년 4월, 3·4월 and ~ 4월 do not begin here; 제4월 is none. */
const notBefore = /(?:\d ?년도? ?|\d ?[·ㆍ,] ?|\d ?[~-] ?|~ ?|제 ?)$/;
/** A period that is open at one end, or about a time only. */
const openEnd =
  /^(?: ?(?:말|초|중|[초중하상]순))? ?(?:부터|까지|이후|이전|이내|이래|경(?![가-힣])|쯤|전후|무렵|~)/;

/** The dates and periods printed in a text, in order. */
export function printedDates(text: string): PrintedDate[] {
  const dates: PrintedDate[] = [];
  let position = 0;
  for (const match of text.matchAll(candidate)) {
    const start = match.index;
    if (start < position) continue;
    const isDated = /^(?:\d{4}|')/.test(match[0]);
    if (!isDated && notBefore.test(text.slice(position, start))) continue;
    const first = isDated ? readDatedPoint(text, start) : readYearlessPoint(text, start);
    if (!first) continue;
    const date = readPeriod(text, first);
    const isOpenBefore = /~ ?$/.test(text.slice(position, start));
    dates.push({ ...date, start, points: isOpenBefore ? null : date.points });
    position = date.end;
  }
  return dates;
}

/** Reads on to the end of a period, if a point begins one. */
function readPeriod(text: string, first: NonNullable<PointReading>): Pick<PrintedDate, "points" | "end"> {
  // 9:00~13:00 behind a day is no period of days.
  const sign = /^(?:[ /]*\d{1,2}:\d\d)? ?(~(?! ?\d{1,2}:\d)|부터|- ?(?=\d|'))/.exec(text.slice(first.end));
  const from = first.end + (sign?.[0].length ?? 0);
  if ("unreadable" in first) return { points: null, end: sign ? skipNumbers(text, from) : first.end };
  const last = sign && readLast(text, from + (/^ {1,3}/.exec(text.slice(from))?.[0].length ?? 0), first);
  if (sign && last && !("unreadable" in last)) {
    const after = last.end + (/^ ?까지/.exec(text.slice(last.end))?.[0].length ?? 0);
    const isOpen = openEnd.test(text.slice(after));
    return { points: isOpen || last.precision !== first.precision ? null : { first, last }, end: after };
  }
  if (sign && sign[1] !== "부터" && (last || sign[1] === "~"))
    return { points: null, end: skipNumbers(text, from) };
  return { points: openEnd.test(text.slice(first.end)) ? null : { first, last: first }, end: first.end };
}

/** The end of a period, which need not repeat what its beginning says. */
function readLast(text: string, position: number, first: Point): PointReading {
  const dated = readDatedPoint(text, position);
  if (dated) return dated;
  if (first.precision === DatePrecision.YEAR) return readYear(text, position);
  const next = readMonth(text, position, first.year);
  if (next && !("unreadable" in next)) return next;
  if (first.precision === DatePrecision.DAY)
    return readDayOf(text, position, [first.year, first.months![0]]) ?? next;
  return next ?? readBareMonth(text, position, first.year);
}

/** 2018. ~ 2022. */
function readYear(text: string, position: number): PointReading {
  const year = /^((?:19|20)\d\d|'\d\d)(?:\.(?! ?\d)|(?=\)))/.exec(text.slice(position));
  if (!year) return null;
  const number = Number(year[1]!.replace("'", "20"));
  const end = position + year[0].length;
  return { precision: DatePrecision.YEAR, year: number, months: null, day: null, weekday: null, end };
}

/** 2019. 5. ~ 11 at the end of a text or bracket. */
function readBareMonth(text: string, position: number, year: number | null): PointReading {
  const month = /^(\d{1,2})(?=$|[),\]])/.exec(text.slice(position));
  const number = Number(month?.[1]);
  if (!month || number < 1 || number > 12) return null;
  const end = position + month[0].length;
  return { precision: DatePrecision.MONTH, year, months: [number, number], day: null, weekday: null, end };
}

/** The end of the numbers, signs and units of dates from a position on. */
const skipNumbers = (text: string, position: number): number =>
  position + /^(?:[\d\s.'~-]|[년월일](?![가-힣]))*/.exec(text.slice(position))![0].trimEnd().length;
