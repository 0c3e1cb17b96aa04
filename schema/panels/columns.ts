import { MoneyUnit, moneyUnitWords, wonIn } from "../core/scalars/money-unit.ts";
import { units } from "../sql/summary/unit.ts";
import type {
  ChoiceColumn,
  Column,
  CountColumn,
  FractionColumn,
  LinkColumn,
  MoneyColumn,
  RateColumn,
  TextColumn,
} from "./column.ts";

const unitOf = (unit: MoneyUnit) => ({ ...moneyUnitWords[unit], won: wonIn[unit] });

/** 억원, the unit of a city's money; queried with hundredMillion. */
export const hundredMillionWon = unitOf(MoneyUnit.HUNDRED_MILLION_WON);
/** 백만원, the unit of a department's purchases and an outlet's sales. */
export const millionWon = unitOf(MoneyUnit.MILLION_WON);
/** Units for amounts that are too small for these. */
export const thousandWon = unitOf(MoneyUnit.THOUSAND_WON);
export const wholeWon = unitOf(MoneyUnit.WON);

/** Money in the unit that the panel's query requests. */
export const money = (ko: string, en: string, selector: string, unit = hundredMillionWon): MoneyColumn => ({
  kind: "money",
  label: { ko, en },
  selector,
  unit,
});

/** A ratio of amounts, whose parts are returned in won and shown in this unit, or a smaller one. */
export const rateOfMoney = (
  ko: string,
  en: string,
  selector: string,
  unit = hundredMillionWon,
): RateColumn => ({
  kind: "rate",
  label: { ko, en },
  selector,
  parts: unit,
});

/** A ratio of counts. */
export const rateOf = (
  ko: string,
  en: string,
  selector: string,
  parts: { ko: string; en: string },
): RateColumn => ({
  kind: "rate",
  label: { ko, en },
  selector,
  parts,
});

/** A rate whose numerator and denominator have columns of their own, which show all that is reported of either. */
export const rateBeside = (rate: RateColumn, numerator: string, denominator: string): RateColumn => ({
  ...rate,
  beside: [numerator, denominator],
});

/** A whole number of something. */
export const count = (
  ko: string,
  en: string,
  selector: string,
  unit: { ko: string; en: string },
  absent?: { ko: string; en: string },
): CountColumn => ({ kind: "count", label: { ko, en }, selector, unit, ...(absent && { absent }) });

/** A fraction in %. */
export const fraction = (
  ko: string,
  en: string,
  selector: string,
  absent: { ko: string; en: string },
): FractionColumn => ({ kind: "fraction", label: { ko, en }, selector, absent });

/** A text, a quarter, a month, a moment or the day of one. */
export const plain = (
  kind: "text" | "quarter" | "month" | "day" | "time",
  ko: string,
  en: string,
  selector: string,
): Column => ({ kind, label: { ko, en }, selector });

/** The name of something that has a page, at the address in `url` beside it. */
export const named = (ko: string, en: string, selector: string): TextColumn => ({
  kind: "text",
  label: { ko, en },
  selector,
  page: `${selector.split(".").slice(0, -1).concat("url").join(".")}`,
});

/** A code, or the number of a line or a release: a short text. */
export const code = (ko: string, en: string, selector: string): TextColumn => ({
  kind: "text",
  label: { ko, en },
  selector,
  isShort: true,
});

/** A text that links to a page of the hub. */
export const link = (
  ko: string,
  en: string,
  selector: string,
  address: string,
  line?: string,
): LinkColumn => ({
  kind: "link",
  label: { ko, en },
  selector,
  address,
  ...(line && { line }),
});

/** A text that the query also requests in English, under the same name with `English` appended. */
export const inEitherLanguage = <AnyColumn extends Column>(column: AnyColumn): AnyColumn => ({
  ...column,
  english: `${column.selector}English`,
});

/** A code with its labels. */
export const words = (
  ko: string,
  en: string,
  selector: string,
  choices: ChoiceColumn["choices"],
  address?: string,
): ChoiceColumn => ({
  kind: "choice",
  label: { ko, en },
  selector,
  choices,
  ...(address && { address }),
});

/** Label of amounts before and after the term, instead of a year. */
export const noYear = { ko: "임기 전후", en: "Before and after the term" };

/** The year of amounts. */
export const fundingYearColumn: TextColumn = {
  kind: "text",
  label: { ko: "연도", en: "Year" },
  selector: "year",
  absent: noYear,
};

/** The department of a row. */
export const departmentColumn = named("소관부서", "Department", "department.name");

/** A number of people, pledges or departments. */
export const people = units.PEOPLE;
export const pledgeCount = units.PLEDGES;
export const departmentCount = { ko: "개 부서", en: "departments" };

/** A number of rows, documents or findings. */
export const rowCount = { ko: "건", en: "items" };

/** Whether a purchase is a grant, which one of the two bases excludes. */
export const grants = {
  true: { ko: "보조금", en: "Grant" },
  false: { ko: "구매", en: "Purchase" },
};

/** Whether data are of a real city, by the hub's `synthetic`. */
export const kindsOfData = {
  true: { ko: "합성 데이터", en: "Synthetic data" },
  false: { ko: "실제 자료", en: "Of a real city" },
};
