import { GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { HubError } from "../hub-error.ts";
import { describe } from "../localized.ts";
import { particle } from "../particle.ts";
import { formatMonth, type MonthNumber, parseMonth } from "./month.ts";
import { formatQuarter, parseQuarter, type QuarterNumber } from "./quarter.ts";

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** Won as a JSON number; the database returns text or bigint. */
export const WonScalar = new GraphQLScalarType<number, number>({
  name: "Won",
  description: describe(
    "원 단위 정수 금액(JSON 숫자). ±9,007,199,254,740,991을 넘으면 반올림하지 않고 오류를 냅니다.",
    "Whole won as a JSON number. An amount beyond ±9,007,199,254,740,991 is an error, never rounded.",
  ),
  serialize(value) {
    const amount = BigInt(value as string | number | bigint);
    if (amount > largest || amount < -largest) {
      throw new HubError(
        "AMOUNT_TOO_LARGE",
        {
          ko: `금액 ${amount}원은 JSON 숫자로 정확히 쓸 수 없습니다.`,
          en: `${amount} won cannot be written exactly as a JSON number.`,
        },
        { ko: "더 좁은 범위로 나누어 물어보십시오.", en: "Ask for narrower groups." },
      );
    }
    return Number(amount);
  },
  parseValue(value) {
    if (typeof value === "number" && Number.isSafeInteger(value)) return value;
    throw malformed("Won", value, "1234567890", "원 단위 정수", "a whole number of won");
  },
});

/** A quarter; inside the hub it is a QuarterNumber. */
export const QuarterScalar = new GraphQLScalarType<QuarterNumber, string>({
  name: "Quarter",
  description: describe("분기. 2019-Q2처럼 씁니다.", "A calendar quarter, written 2019-Q2."),
  serialize: (value) => formatQuarter(value as QuarterNumber),
  parseValue: (value) => quarterFrom(value),
  parseLiteral: (node) => quarterFrom(node.kind === Kind.STRING ? node.value : node.kind),
});

function quarterFrom(value: unknown): QuarterNumber {
  const quarter = typeof value === "string" ? parseQuarter(value) : undefined;
  if (quarter !== undefined) return quarter;
  throw malformed("Quarter", value, "2019-Q2", "분기", "a quarter");
}

/** A month; inside the hub it is a MonthNumber. */
export const MonthScalar = new GraphQLScalarType<MonthNumber, string>({
  name: "Month",
  description: describe("달. 2019-07처럼 씁니다.", "A calendar month, written 2019-07."),
  serialize: (value) => formatMonth(value as MonthNumber),
  parseValue: (value) => monthFrom(value),
  parseLiteral: (node) => monthFrom(node.kind === Kind.STRING ? node.value : node.kind),
});

function monthFrom(value: unknown): MonthNumber {
  const month = typeof value === "string" ? parseMonth(value) : undefined;
  if (month !== undefined) return month;
  throw malformed("Month", value, "2019-07", "달", "a month");
}

/** A calendar day; inside the hub it is the text 2019-07-01. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: describe("날짜. 2019-07-01처럼 씁니다.", "A calendar date, written 2019-07-01."),
  serialize: (value) => String(value),
  parseValue: (value) => dateFrom(value),
  parseLiteral: (node) => dateFrom(node.kind === Kind.STRING ? node.value : node.kind),
});

function dateFrom(value: unknown): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value)) return value;
  }
  throw malformed("Date", value, "2019-07-01", "날짜", "a date");
}

/** An instant with its offset; inside the hub it is a Date. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  parseValue: (value) => momentFrom(value),
  parseLiteral: (node) => momentFrom(node.kind === Kind.STRING ? node.value : node.kind),
  name: "DateTime",
  description: describe(
    "시각(시간대 포함). 2019-07-25T09:00:00+09:00처럼 씁니다. 밀리초까지 구별합니다.",
    "An instant with its offset, written 2019-07-25T09:00:00+09:00, exact to the millisecond.",
  ),
});

function momentFrom(value: unknown): Date {
  try {
    return GraphQLDateTime.parseValue(value);
  } catch {
    throw malformed("DateTime", value, "2019-07-25T09:00:00+09:00", "시각", "a moment with its offset");
  }
}

function malformed(type: string, value: unknown, example: string, ko: string, en: string): HubError {
  return new HubError(
    "BAD_USER_INPUT",
    {
      ko: `${JSON.stringify(value)} 값이 ${particle(ko, "이")} 아닙니다.`,
      en: `${JSON.stringify(value)} is not ${en}.`,
    },
    { ko: `${type} 값은 ${example}처럼 쓰십시오.`, en: `Write a ${type} like ${example}.` },
  );
}
