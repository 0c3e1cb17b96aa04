import type { Localized } from "../../core/localized.ts";

/** Units of measures. */
export enum Unit {
  WON = "WON",
  PEOPLE = "PEOPLE",
  HOURS = "HOURS",
  PLEDGES = "PLEDGES",
  FRACTION = "FRACTION",
  FUNDING_LINES = "FUNDING_LINES",
  DEPARTMENTS = "DEPARTMENTS",
  OUTLET_MONTHS = "OUTLET_MONTHS",
  COURSE_QUARTERS = "COURSE_QUARTERS",
  YES_OR_NO = "YES_OR_NO",
}

/** Labels of units. */
export const units: Readonly<Record<Unit, Localized>> = {
  WON: { ko: "원", en: "won" },
  PEOPLE: { ko: "명", en: "people" },
  HOURS: { ko: "시간", en: "hours" },
  PLEDGES: { ko: "건", en: "pledges" },
  FRACTION: { ko: "비율, 0.1은 10%", en: "a fraction, 0.1 is 10%" },
  FUNDING_LINES: { ko: "줄", en: "funding lines" },
  DEPARTMENTS: { ko: "부서", en: "departments" },
  OUTLET_MONTHS: { ko: "판매장·월", en: "months of outlets" },
  COURSE_QUARTERS: { ko: "과정·분기", en: "quarters of courses" },
  YES_OR_NO: { ko: "예·아니오", en: "yes or no" },
};
