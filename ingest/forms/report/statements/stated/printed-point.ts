import { DatePrecision } from "../../../../../schema/subjects/report/stated-kinds.ts";
import { unitAfter } from "./figure-units.ts";

/** A printed point in time: a day, one or more months, or a year. What is not printed is null. */
export interface Point {
  precision: DatePrecision;
  year: number | null;
  /** First and last month; null for a year. */
  months: readonly [number, number] | null;
  day: number | null;
  weekday: string | null;
  /** Where its text ends. */
  end: number;
}

/** A point; a text that begins like one and cannot be read as one, up to `end`; or null for anything else. */
export type PointReading = Point | { unreadable: true; end: number } | null;

type Day = readonly [year: number | null, month: number, day: number];

const isoDate = /((?:19|20)\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![-/\d])/y;
const yearWords = /((?:19|20)\d\d|'\d\d)(?!\d) ?(\.(?!\d{3})|년도?|(?=[상하]반기|[1-4]\/4 ?분기|~))/y;
const partWords = / ?(?:([1-4])(?:\/4)? ?분기|([상하])반기)/y;
const monthWords = / {0,3}(\d{1,2})(?!\d) ?(\.(?!\d{3})|월|(?=~))/y;
/** (2018.12) and ~ 2018.12 are months, 2018.12 anything. */
const bracketed = /(?<=[(~] ?(?:(?:19|20)\d\d|'\d\d)\.) ?(\d{1,2})()(?=$|[),\]])/y;
const dayWords = / {0,3}(\d{1,2})(?!\d|,\d{3}|\/4 ?분기)/y;
const dayEnd = / ?일| ?\.(?!\d)|(?= ?\([일월화수목금토](?:요일)?[ ,/)])|(?= *(?:$|[),;\]~/⇨→-]))/y;
const weekdayWords = / ?\(([일월화수목금토])(?:요일)?(?:[ ,/][^()]{0,40})?\)/y;
/** 10개소, 30%: a number with a unit of its own, so not a day. */
const ownUnit = /[가-힣%㎡]|m²/y;
/** What may follow 년, 월, 일 and 분기 directly. */
const tail =
  /(?:에(?:는|도|서)?|의|은|는|이|을|를|중에?|말|초|도|로|과|와|자)?(?![가-힣])|[초중하상]순|부터|까지/y;

/** Matches a sticky pattern at a position. */
function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** The point that is printed at a position with its year. */
export function readDatedPoint(text: string, position: number): PointReading {
  const iso = at(isoDate, text, position);
  if (iso) return dayPoint(text, position + iso[0].length, [Number(iso[1]), Number(iso[3]), Number(iso[4])]);
  const printed = at(yearWords, text, position);
  if (!printed) return null;
  const [words, digits, suffix] = printed;
  const year = Number(digits!.replace("'", "20"));
  const end = position + words.length;
  const part = at(partWords, text, end);
  if (part) return pointOfPart(text, end + part[0].length, year, part);
  const month = readMonth(text, end, year);
  if (month) return month;
  const point: Point = { precision: DatePrecision.YEAR, year, months: null, day: null, weekday: null, end };
  if (!suffix!.startsWith("년")) return at(/ ?~/y, text, end) ? point : null;
  return at(tail, text, end) ? point : { unreadable: true, end };
}

/** The month or day that is printed at a position, of a year that is printed before it, or without one. */
export function readMonth(text: string, position: number, year: number | null): PointReading {
  const printed = at(monthWords, text, position) ?? at(bracketed, text, position);
  if (!printed) return null;
  const month = Number(printed[1]);
  const end = position + printed[0].length;
  const day = printed[2] === "" ? null : at(dayWords, text, end);
  const dayStop = end + (day?.[0].length ?? 0);
  if (day && !at(/ ?일/y, text, dayStop) && at(ownUnit, text, dayStop))
    return monthPoint(text, end, [year, month], printed[2]!);
  return day
    ? readDay(text, dayStop, [year, month, Number(day[1])])
    : monthPoint(text, end, [year, month], printed[2]!);
}

function monthPoint(
  text: string,
  end: number,
  [year, month]: [number | null, number],
  suffix: string,
): PointReading {
  const isMonth = month >= 1 && month <= 12 && (suffix !== "월" || at(tail, text, end) !== null);
  if (!isMonth) return { unreadable: true, end };
  return { precision: DatePrecision.MONTH, year, months: [month, month], day: null, weekday: null, end };
}

/** A day whose digits end at a position. */
function readDay(text: string, position: number, day: Day): PointReading {
  const suffix = at(dayEnd, text, position);
  if (!suffix) {
    // 2019. 7. 11 개최 is a day, 2019. 7. 11 개소 a day or a number of places.
    const rest = text.slice(position);
    const isWord =
      /^ [가-힣A-Za-z「『<"[(]/.test(rest) && !/^ [십백천만억조여]/.test(rest) && !unitAfter(rest);
    return isWord ? dayPoint(text, position, day) : { unreadable: true, end: position };
  }
  const end = position + suffix[0].length;
  if (suffix[0].endsWith("일") && !at(tail, text, end)) return { unreadable: true, end };
  return dayPoint(text, end, day);
}

function dayPoint(text: string, position: number, [year, month, day]: Day): PointReading {
  const weekday = at(weekdayWords, text, position);
  const end = position + (weekday?.[0].length ?? 0);
  // Without a year 2. 29. may exist.
  if (!isDay(year ?? 2000, month, day)) return { unreadable: true, end };
  return {
    precision: DatePrecision.DAY,
    year,
    months: [month, month],
    day,
    weekday: weekday?.[1] ?? null,
    end,
  };
}

function pointOfPart(
  text: string,
  end: number,
  year: number | null,
  [, quarter, half]: RegExpExecArray,
): PointReading {
  if (!at(tail, text, end)) return { unreadable: true, end };
  const first = quarter ? Number(quarter) * 3 - 2 : half === "상" ? 1 : 7;
  const months: [number, number] = [first, first + (quarter ? 2 : 5)];
  return { precision: DatePrecision.MONTH, year, months, day: null, weekday: null, end };
}

/** The point that is printed at a position without a year: 4월, 4월 11일, 2/4분기, 7. 16.(화). */
export function readYearlessPoint(text: string, position: number): PointReading {
  const quarter = at(/([1-4])\/4 ?분기/y, text, position);
  if (quarter) return pointOfPart(text, position + quarter[0].length, null, quarter);
  return readMonth(text, position, null);
}

/** The day of a month that is printed at a position: 11., 11일. */
export function readDayOf(
  text: string,
  position: number,
  [year, month]: [number | null, number],
): PointReading {
  const day = at(dayWords, text, position);
  return day && readDay(text, position + day[0].length, [year, month, Number(day[1])]);
}

/** Whether a day exists. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
