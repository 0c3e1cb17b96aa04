import type { Localized } from "../../core/localized.ts";
import { countFacts, type Expression, type Measure, sumWith } from "../../sql/summary/measure.ts";
import { NullReason } from "../../sql/summary/null-reason.ts";
import { Unit } from "../../sql/summary/unit.ts";
import type { FundingQuestion } from "./funding-question.ts";

const amount = (column: string, name: Localized, formula: Localized): Measure<FundingQuestion> => ({
  is: "won",
  name,
  formula,
  unit: Unit.WON,
  absent: { ko: "보고가 없으면 null.", en: "Null if nothing is reported." },
  value: ({ present }) => present.own(`sum(${column})`),
});

/** Rates of planned and executed money are unknown if only amounts without a phase are published. */
const onlyPublished: { reason: NullReason; when: Expression<FundingQuestion> }[] = [
  {
    reason: NullReason.PHASE_NOT_STATED,
    when: ({ present }) =>
      `${present.own("count(published)")} > 0 AND ${["planned", "secured", "budgeted", "executed"].map((column) => present.own(`count(${column})`)).join(" + ")} = 0`,
  },
];

const notCompared = {
  ko: "견주지 않거나 한 분기의 행이 아니면 null.",
  en: "Null without compareTo, or if the row does not belong to a single quarter.",
};

const previousAmount = (column: string, { ko, en }: Localized): Measure<FundingQuestion> => ({
  is: "won",
  compared: true,
  name: { ko: `앞 기간 ${ko}`, en: `${en} in the compared quarter` },
  formula: { ko: `견준 앞 분기의 ${ko}.`, en: `${en} in the compared quarter.` },
  unit: Unit.WON,
  absent: { ko: `보고가 없거나, ${notCompared.ko}`, en: `Null if nothing is reported. ${notCompared.en}` },
  value: ({ previous }) => previous.own(`sum(${column})`),
});

const previousRate = (above: string, below: string, { ko, en }: Localized): Measure<FundingQuestion> => {
  const sumOf =
    (column: string, other: string): Expression<FundingQuestion> =>
    ({ previous }) =>
      previous.own(`sum(${column})`, `${column} IS NOT NULL AND ${other} IS NOT NULL`);
  return {
    is: "ratio",
    compared: true,
    name: { ko: `앞 기간 ${ko}`, en: `${en} in the compared quarter` },
    formula: { ko: `견준 앞 분기의 ${ko}.`, en: `${en} in the compared quarter.` },
    unit: Unit.FRACTION,
    absent: notCompared,
    numerator: sumOf(above, below),
    denominator: sumOf(below, above),
    otherwise: NullReason.NO_PREVIOUS_PERIOD,
  };
};

/** The measures of funding, in the order of the schema. */
export const fundingMeasures: Record<string, Measure<FundingQuestion>> = {
  published: amount(
    "published",
    { ko: "공표액", en: "published" },
    { ko: "단계가 적히지 않은 금액의 합.", en: "sum of amounts published without a phase." },
  ),
  planned: amount(
    "planned",
    { ko: "총사업비 계획", en: "planned" },
    { ko: "총사업비의 합.", en: "sum of planned total costs." },
  ),
  secured: amount(
    "secured",
    { ko: "확보액", en: "secured" },
    { ko: "확보액의 합.", en: "sum of secured amounts." },
  ),
  budgeted: amount(
    "budgeted",
    { ko: "예산현액", en: "current budget" },
    { ko: "예산현액의 합.", en: "sum of current budgets." },
  ),
  executed: amount(
    "executed",
    { ko: "집행액 누계", en: "executed to date" },
    {
      ko: "집행액 누계의 합. 분기로는 더하지 않음.",
      en: "sum of amounts executed to date, never over quarters.",
    },
  ),
  share: {
    is: "ratio",
    name: { ko: "구성비", en: "share" },
    formula: {
      ko: "이 행의 공표액/답 전체의 공표액(first와 belowExecution 앞).",
      en: "published of this row / published of all rows (of its quarter, if that is a key), before `first` and `belowExecution`.",
    },
    unit: Unit.FRACTION,
    numerator: ({ present }) => present.own("sum(published)"),
    denominator: ({ present }) => present.whole("sum(published)"),
    otherwise: NullReason.NOT_REPORTED,
  },
  execution: {
    is: "ratio",
    name: { ko: "집행률", en: "execution rate" },
    formula: {
      ko: "집행액/예산현액, 둘 다 있는 줄만.",
      en: "executed / budgeted, over the lines that have both.",
    },
    unit: Unit.FRACTION,
    numerator: sumWith("executed", "budgeted"),
    denominator: sumWith("budgeted", "executed"),
    reasons: onlyPublished,
    otherwise: NullReason.NOT_REPORTED,
  },
  securing: {
    is: "ratio",
    name: { ko: "재정확보율", en: "securing rate" },
    formula: {
      ko: "확보액/총사업비, 둘 다 있는 줄만.",
      en: "secured / planned, over the lines that have both.",
    },
    unit: Unit.FRACTION,
    numerator: sumWith("secured", "planned"),
    denominator: sumWith("planned", "secured"),
    reasons: onlyPublished,
    otherwise: NullReason.NOT_REPORTED,
  },
  previousBudgeted: previousAmount("budgeted", { ko: "예산현액", en: "current budget" }),
  previousExecuted: previousAmount("executed", { ko: "집행액 누계", en: "executed to date" }),
  previousExecution: previousRate("executed", "budgeted", { ko: "집행률", en: "execution rate" }),
  previousSecuring: previousRate("secured", "planned", { ko: "재정확보율", en: "securing rate" }),
  elapsed: {
    is: "fraction",
    name: { ko: "연중 경과율", en: "elapsed share of the year" },
    formula: {
      ko: "행의 마지막 분기가 끝날 때까지 지난 분기 수/4.",
      en: "quarters of the year completed at the end of the row's last quarter / 4.",
    },
    unit: Unit.FRACTION,
    absent: { ko: "줄이 없으면 null.", en: "Null if there is no line." },
    // A quarter is stored as year * 4 + 0 to 3.
    value: ({ present }) => `(${present.own("max(quarter)")} % 4 + 1) / 4.0`,
  },
  coverage: {
    is: "coverage",
    name: { ko: "보고율", en: "coverage" },
    formula: {
      ko: "보고해야 할 줄 가운데 예산현액과 집행액이 다 있는 줄. 줄은 한 분기의 공약·재원·해이며, 같은 해 앞 분기에 있던 줄도 보고해야 합니다.",
      en: "lines with both parts of the execution rate, out of the lines expected. A line is a pledge, a source and a year in a quarter; a line of the quarter's own year that an earlier quarter of that year had is expected too.",
    },
    unit: Unit.FUNDING_LINES,
    reporting: ({ present }) => countFacts(present, "budgeted IS NOT NULL AND executed IS NOT NULL"),
    expected: ({ present }) => countFacts(present),
  },
};
