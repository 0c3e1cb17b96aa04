import type {
  ChoiceColumn,
  Column,
  CountColumn,
  FractionColumn,
  LinkColumn,
  MoneyColumn,
  RateColumn,
  TextColumn,
} from "./panel.ts";

/** 억원, the unit of a city's money; ask the hub for it with hundredMillion. */
export const hundredMillionWon = { ko: "억원", en: "hundred million won", won: 100_000_000 };
/** 백만원, the unit of a department's purchases and an outlet's sales. */
export const millionWon = { ko: "백만원", en: "million won", won: 1_000_000 };
/** Units for amounts that are too small for these. */
export const thousandWon = { ko: "천원", en: "thousand won", won: 1_000 };
export const wholeWon = { ko: "원", en: "won", won: 1 };

/** Money in the unit that the question asks the hub for. */
export const money = (ko: string, en: string, selector: string, unit = hundredMillionWon): MoneyColumn => ({
  kind: "money",
  label: { ko, en },
  selector,
  unit,
});

/** A ratio of amounts, whose parts the hub gives in won and people read in this unit, or a smaller one. */
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

/** A code, or the number of a line or a release: a text that takes little room. */
export const code = (ko: string, en: string, selector: string): TextColumn => ({
  kind: "text",
  label: { ko, en },
  selector,
  isShort: true,
});

/** A text that leads to a page of the hub. */
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

/** A text that the question asks for in English too, under the same name and `English`. */
export const inEitherLanguage = <Told extends Column>(column: Told): Told => ({
  ...column,
  english: `${column.selector}English`,
});

/** A code and the words for it. */
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

/** What amounts before and after the term are of, in the place of a year. */
export const noYear = { ko: "임기 전후", en: "Before and after the term" };

/** The year that amounts are of. */
export const fundingYearColumn: TextColumn = {
  kind: "text",
  label: { ko: "연도", en: "Year" },
  selector: "year",
  absent: noYear,
};

/** The department of a row. */
export const departmentColumn = plain("text", "소관부서", "Department", "department.name");

/** People, pledges, departments: what is counted. */
export const people = { ko: "명", en: "people" };
export const pledgeCount = { ko: "건", en: "pledges" };
export const departmentCount = { ko: "개 부서", en: "departments" };

/** Sources of money, in the order of every picture. */
export const sources = {
  NATIONAL: { ko: "국비", en: "National" },
  PROVINCE: { ko: "도비", en: "Province" },
  CITY: { ko: "시비", en: "City" },
  OTHER: { ko: "기타", en: "Other" },
};

/** Rows, documents, findings: what is counted by the piece. */
export const rowCount = { ko: "건", en: "items" };

/** States of a pledge, in the order of every picture. */
export const pledgeStates = {
  COMPLETED: { ko: "완료", en: "Completed" },
  COMPLETED_CONTINUING: { ko: "이행후계속추진", en: "Completed, continuing" },
  ON_TRACK: { ko: "정상추진", en: "On track" },
  PARTIAL: { ko: "일부추진", en: "Partial" },
  SUSPENDED: { ko: "보류", en: "Suspended" },
  ABANDONED: { ko: "폐기", en: "Abandoned" },
  MERGED: { ko: "통합", en: "Merged" },
};

/** Kinds of enterprise, in the order in which they count. */
export const enterpriseKinds = {
  CERTIFIED_SOCIAL_ENTERPRISE: { ko: "인증사회적기업", en: "Certified social enterprise" },
  PRELIMINARY_SOCIAL_ENTERPRISE: { ko: "예비사회적기업", en: "Preliminary social enterprise" },
  SOCIAL_COOPERATIVE: { ko: "사회적협동조합", en: "Social cooperative" },
  VILLAGE_ENTERPRISE: { ko: "마을기업", en: "Village enterprise" },
  SELF_SUPPORT_ENTERPRISE: { ko: "자활기업", en: "Self-support enterprise" },
};

/** Whether a purchase is a grant, which one of the two bases leaves out. */
export const grants = {
  true: { ko: "보조금", en: "Grant" },
  false: { ko: "구매", en: "Purchase" },
};

/** Kinds of outlet. */
export const outletKinds = {
  PERMANENT: { ko: "상설", en: "Permanent" },
  EVENT: { ko: "행사", en: "Event" },
  FLEA_MARKET: { ko: "플리마켓", en: "Flea market" },
};

/** Kinds of academy course. */
export const courseKinds = {
  BASIC_ADVANCED: { ko: "기초·심화", en: "Basic and advanced" },
  OUTREACH: { ko: "찾아가는", en: "Outreach" },
};

/** Sections of a quarterly report. */
export const sections = {
  BEFORE_QUARTER: { ko: "그동안 추진실적", en: "Results before the quarter" },
  THIS_QUARTER: { ko: "당해 분기 추진실적", en: "Results of the quarter" },
  PLAN: { ko: "다음 분기 추진계획", en: "Plan for the next quarter" },
};

/** What an amount is. */
export const phases = {
  PLANNED: { ko: "총사업비 계획", en: "Planned" },
  SECURED: { ko: "확보", en: "Secured" },
  BUDGETED: { ko: "예산현액", en: "Budgeted" },
  EXECUTED: { ko: "집행 누계", en: "Executed" },
  PUBLISHED: { ko: "단계 미상", en: "Phase not stated" },
};

/** How grave a finding is. */
export const severities = {
  ERROR: { ko: "오류", en: "Error" },
  WARNING: { ko: "경고", en: "Warning" },
  NOTE: { ko: "알림", en: "Note" },
};
