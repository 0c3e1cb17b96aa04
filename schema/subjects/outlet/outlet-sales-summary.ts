import { quartersBack } from "../../sql/summary/comparison.ts";
import { byMonth, byQuarter, byRowOf, byYear } from "../../sql/summary/dimensions.ts";
import { countFacts, type Measure } from "../../sql/summary/measure.ts";
import { NullReason } from "../../sql/summary/null-reason.ts";
import type { Summary } from "../../sql/summary/summary.ts";
import { Unit } from "../../sql/summary/unit.ts";
import { byMunicipality } from "../municipality/municipality.ts";
import { cellsOfRows, factCell, touchesCell } from "../release/fact-cell.ts";
import { outlet } from "./outlet.ts";
import { OutletKind } from "./outlet-kind.ts";
import {
  checkLikeForLike,
  linesOfRows,
  type OutletSalesQuestion,
  OutletSalesWhere,
  outletSalesLines,
} from "./outlet-sales-summary-lines.ts";
import { outletSalesSums } from "./outlet-sales-sums.ts";

const withoutComparison = {
  ko: "견주지 않거나 한 기간의 행이 아니면 null.",
  en: "Null without compareTo, or if the row does not belong to a single period.",
};

const reported = "amount IS NOT NULL";

const measures: Record<string, Measure<OutletSalesQuestion>> = {
  sales: {
    is: "won",
    name: { ko: "매출액", en: "sales" },
    formula: {
      ko: "매출의 합. likeForLike면 두 기간 내내 열려 있던 판매장의, 두 기간에 다 수치가 있는 달만.",
      en: "sum of sales; with likeForLike, only of outlets open throughout both periods and of months with a figure in both.",
    },
    unit: Unit.WON,
    absent: { ko: "보고가 없으면 null이며 0이 아닙니다.", en: "Null, not 0, if nothing is reported." },
    value: ({ present }) => present.own("sum(amount)"),
  },
  previousSales: {
    is: "won",
    compared: true,
    name: { ko: "앞 기간 매출액", en: "sales of the compared period" },
    formula: { ko: "견준 앞 기간의 매출의 합.", en: "sum of sales of the compared period." },
    unit: Unit.WON,
    absent: {
      ko: "보고가 없거나, 견주지 않거나, 한 기간의 행이 아니면 null.",
      en: "Null if nothing is reported, without compareTo, or if the row does not belong to a single period.",
    },
    value: ({ previous }) => previous.own("sum(amount)"),
  },
  growth: {
    is: "ratio",
    compared: true,
    name: { ko: "매출 증가율", en: "growth of sales" },
    formula: {
      ko: "(매출액 - 앞 기간 매출액)/앞 기간 매출액. 열려 있지 않았으면 CLOSED, 매출이 없으면 NOT_REPORTED, 앞 매출이 없으면 NO_PREVIOUS_PERIOD.",
      en: "(sales - previousSales) / previousSales. CLOSED if the outlet was not open in the current period, otherwise NOT_REPORTED without sales, otherwise NO_PREVIOUS_PERIOD without previousSales.",
    },
    unit: Unit.FRACTION,
    absent: withoutComparison,
    numerator: ({ present, previous, isFact }) =>
      isFact
        ? `coalesce(${present.own("sum(amount)")}, -${previous.own("sum(amount)")})`
        : `${present.own("sum(amount)")} - ${previous.own("sum(amount)")}`,
    denominator: ({ present, previous, isFact }) =>
      isFact
        ? previous.own("sum(amount)")
        : `CASE WHEN ${countFacts(present, reported)} > 0 THEN ${previous.own("sum(amount)")} END`,
    reasons: [
      { reason: NullReason.CLOSED, when: ({ present }) => `${countFacts(present, "open")} = 0` },
      { reason: NullReason.NOT_REPORTED, when: ({ present }) => `${countFacts(present, reported)} = 0` },
    ],
    otherwise: NullReason.NO_PREVIOUS_PERIOD,
  },
  coverage: {
    is: "coverage",
    name: { ko: "보고율", en: "coverage" },
    formula: {
      ko: "판매장이 열려 있던 달 가운데 sales에 든 달.",
      en: "months counted in `sales`, out of the months in which the outlets were open in the period.",
    },
    unit: Unit.OUTLET_MONTHS,
    reporting: ({ present }) => countFacts(present, reported),
    expected: ({ present }) => countFacts(present, "open"),
  },
  previousCoverage: {
    is: "coverage",
    compared: true,
    name: { ko: "앞 기간 보고율", en: "coverage of the compared period" },
    formula: { ko: "견준 앞 기간의 보고율.", en: "coverage in the compared period." },
    unit: Unit.OUTLET_MONTHS,
    absent: withoutComparison,
    reporting: ({ previous }) => countFacts(previous, reported),
    expected: ({ previous }) => countFacts(previous, "open"),
  },
};

/** Declaration of outletSalesSummary: sales of outlets. */
export const outletSalesSummary: Summary<OutletSalesQuestion> = {
  name: "OutletSales",
  title: { ko: "판매장 매출 집계", en: "outlet sales" },
  basis: {
    ko: "한 줄은 한 판매장의 한 달입니다.",
    en: "A line is a month of an outlet.",
  },
  description: {
    ko: "판매장 매출의 집계. likeForLike가 아니면 모든 매출을 세고, 어느 한 기간에라도 열려 있던 판매장이 다 나옵니다.",
    en: "Sales of outlets. Without `likeForLike`, all sales count, and every outlet that was open in either period has a row. With it, only outlets open from the first day of the row's earlier period to the last day of its later one count, and only their calendar months with a figure in both periods.",
  },
  where: OutletSalesWhere,
  reach: ["outlet_sales"],
  arguments: {
    likeForLike: {
      type: () => Boolean,
      nullable: true,
      default: false,
      description: {
        ko: "두 기간 내내 열려 있던 판매장과 두 기간에 다 수치가 있는 달만. compareTo가 있어야 합니다.",
        en: "Only outlets open throughout both periods, and months with a figure in both; needs compareTo.",
      },
    },
  },
  dimensions: {
    OUTLET: byRowOf({
      field: "outlet",
      to: outlet,
      name: { ko: "판매장", en: "Outlet" },
      table: "outlet",
      column: "outlet_id",
      order: "code",
    }),
    KIND: {
      field: "kind",
      type: () => OutletKind,
      name: { ko: "판매장 유형", en: "Kind of outlet" },
      column: "kind",
    },
    YEAR: byYear,
    QUARTER: byQuarter,
    MONTH: byMonth,
    MUNICIPALITY: byMunicipality,
  },
  measures,
  compares: true,
  facts: {
    key: ["municipality_id", "outlet_id", "code", "month"],
    cell: factCell,
    touches: touchesCell,
    cells: (line, scope, question) => {
      const month = `${line}.month - CASE WHEN ${line}.previous THEN ${quartersBack(question.compareTo) * 3} ELSE 0 END`;
      return cellsOfRows(
        "outlet_sales",
        { amount: "amount" },
        scope,
        `cell.municipality_id = ${line}.municipality_id AND cell.outlet_code = ${line}.code AND cell.month = ${month}`,
      );
    },
  },
  check: checkLikeForLike,
  sums: outletSalesSums,
  lines: outletSalesLines,
  linesOf: linesOfRows,
};
