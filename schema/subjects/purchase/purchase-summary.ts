import { quartersNamed } from "../../sql/summary/comparison.ts";
import { byQuarter, byYear } from "../../sql/summary/dimensions.ts";
import type { Lines, Measure, RowScope } from "../../sql/summary/measure.ts";
import { NullReason } from "../../sql/summary/null-reason.ts";
import { coverage } from "../../sql/summary/ratio.ts";
import type { Summary } from "../../sql/summary/summary.ts";
import { Unit } from "../../sql/summary/unit.ts";
import { byDepartment } from "../department/department.ts";
import { EnterpriseKind } from "../enterprise/enterprise-kind.ts";
import { byMunicipality } from "../municipality/municipality.ts";
import { factsOfFeed } from "../release/fact-cell.ts";
import { PurchaseBasis } from "./purchase-basis.ts";
import { type PurchaseQuestion, PurchaseWhere, purchaseLines } from "./purchase-summary-lines.ts";
import { purchaseSums } from "./purchase-sums.ts";

const total = ({ whole }: Lines): string => whole("sum(amount)");

/** 0 if there are purchases and none qualifies; a purchase that does not qualify is no part of it. */
function qualifying(lines: Lines, isFact: boolean): string {
  const own = lines.own("sum(amount)", "kind IS NOT NULL");
  return isFact ? own : `CASE WHEN ${total(lines)} IS NOT NULL THEN coalesce(${own}, 0) END`;
}

/** The target, if the row belongs to one department and one year, by a key or a filter. */
function target({ keys, question, present }: RowScope<PurchaseQuestion>): string {
  const { where, scope } = question;
  const years = new Set((quartersNamed(where) ?? []).map((quarter) => Math.floor(quarter / 4)));
  const oneYear = keys.includes("YEAR") || keys.includes("QUARTER") || years.size === 1;
  const oneDepartment =
    keys.includes("DEPARTMENT") ||
    (scope.municipalities.length === 1 && new Set(where.department).size === 1);
  return oneYear && oneDepartment ? present.own("max(target)") : "NULL::numeric";
}

const law = {
  ko: "SOCIAL_ENTERPRISE 기준은 「사회적기업 육성법」 제12조(공공기관의 우선 구매). SOCIAL_ECONOMY 기준은 허브의 정의.",
  en: "Basis SOCIAL_ENTERPRISE: Social Enterprise Promotion Act, article 12 (preferential purchase by public institutions). Basis SOCIAL_ECONOMY is a definition of the hub.",
};

const measures: Record<string, Measure<PurchaseQuestion>> = {
  total: {
    is: "won",
    name: { ko: "총구매액", en: "purchases" },
    formula: {
      ko: "구매액의 합. SOCIAL_ECONOMY에서는 보조금을 뺍니다. 기업 유형으로 묶으면 다른 키의 합.",
      en: "sum of purchases, without grants if the basis is SOCIAL_ECONOMY; if grouped by enterprise kind, the sum over all kinds.",
    },
    definedBy: law,
    unit: Unit.WON,
    absent: { ko: "보고가 없으면 null.", en: "Null if nothing is reported." },
    value: ({ present }) => total(present),
  },
  qualifying: {
    is: "won",
    name: { ko: "우선구매액", en: "qualifying purchases" },
    formula: {
      ko: "구매일에 인증이 유효한 기업에서 산 금액의 합(첫날과 끝날 포함). 구매만 있고 해당이 없으면 0.",
      en: "sum of purchases from enterprises whose certificate was valid on the day (first and last day inclusive); 0 if there are purchases and none qualifies.",
    },
    definedBy: law,
    unit: Unit.WON,
    absent: { ko: "보고가 없으면 null.", en: "Null if nothing is reported." },
    value: ({ present, isFact }) => qualifying(present, isFact),
  },
  rate: {
    is: "ratio",
    name: { ko: "우선구매율", en: "purchase rate" },
    formula: { ko: "우선구매액/총구매액.", en: "qualifying / total." },
    definedBy: law,
    unit: Unit.FRACTION,
    numerator: ({ present, isFact }) => qualifying(present, isFact),
    denominator: ({ present }) => total(present),
    otherwise: NullReason.NOT_REPORTED,
  },
  target: {
    is: "fraction",
    name: { ko: "목표율", en: "target rate" },
    formula: {
      ko: "부서의 그 해 목표율. 분기의 목표는 그 해의 것.",
      en: "the department's target for the year; for a quarter, that of its year.",
    },
    unit: Unit.FRACTION,
    absent: {
      ko: "목표가 없거나 한 부서·한 해의 행이 아니면 null.",
      en: "Null if there is none, or if the row does not belong to a single department and year.",
    },
    value: target,
  },
  targetMet: {
    is: "flag",
    name: { ko: "목표 달성", en: "target met" },
    formula: { ko: "우선구매율 ≥ 목표율(같아도 달성).", en: "rate >= target." },
    unit: Unit.YES_OR_NO,
    absent: { ko: "어느 하나가 null이면 null.", en: "Null if either is." },
    value: (row) => {
      const all = `nullif(${total(row.present)}, 0)`;
      return `sign(${all}) * (${qualifying(row.present, row.isFact)} - ${target(row)} * ${all}) >= 0`;
    },
  },
  previous: {
    is: "ratio",
    compared: true,
    name: { ko: "앞 기간 우선구매율", en: "purchase rate of the compared period" },
    formula: { ko: "견준 앞 기간의 우선구매율.", en: "purchase rate in the compared period." },
    definedBy: law,
    unit: Unit.FRACTION,
    absent: {
      ko: "견주지 않거나 한 기간의 행이 아니면 null.",
      en: "Null without compareTo, or if the row does not belong to a single period.",
    },
    numerator: ({ previous, isFact }) => qualifying(previous, isFact),
    denominator: ({ previous }) => total(previous),
    otherwise: NullReason.NO_PREVIOUS_PERIOD,
  },
};

const departmentsWith = (condition: string): string =>
  `SELECT count(*) FROM (SELECT 1 FROM lines WHERE NOT previous GROUP BY department_id HAVING ${condition}) AS one`;

/** Declaration of purchaseSummary: preferential purchasing. */
export const purchaseSummary: Summary<PurchaseQuestion> = {
  name: "Purchase",
  title: { ko: "구매 집계", en: "purchases" },
  basis: {
    ko: "한 줄은 구매 한 건입니다. 무엇이 우선구매이고 무엇을 전체로 보는지는 basis가 정합니다.",
    en: "A line is a purchase. `basis` decides which ones qualify, and out of which total.",
  },
  description: {
    ko: "우선구매의 집계. 부서로 묶으면 목표가 있으나 그 기간에 구매를 내지 않은 부서도 NOT_REPORTED 행으로 나옵니다. 기간은 조건이 짚은 것, 없으면 지자체에 구매가 있는 것입니다.",
    en: "Preferential purchasing. If grouped by department, a department with a target but no purchase line in a period also has a row, NOT_REPORTED. The periods are those in the filters, or by default those with a purchase line in the municipality.",
  },
  where: PurchaseWhere,
  reach: ["purchase", "purchase_target"],
  arguments: {
    basis: {
      type: () => PurchaseBasis,
      nullable: false,
      description: {
        ko: "우선구매율의 기준.",
        en: "Basis: which purchases qualify, and out of which total.",
      },
    },
  },
  dimensions: {
    DEPARTMENT: byDepartment,
    YEAR: byYear,
    QUARTER: byQuarter,
    ENTERPRISE_KIND: {
      field: "enterpriseKind",
      type: () => EnterpriseKind,
      name: { ko: "기업 유형", en: "Kind of enterprise" },
      column: "kind",
    },
    MUNICIPALITY: byMunicipality,
  },
  measures,
  answer: {
    coverage: {
      field: {
        is: "part",
        of: coverage,
        prefix: (row) => `${row}."coverage`,
        description: {
          ko: "그 해들 가운데 목표가 있는 부서(한 번씩)와, 그중 구매를 낸 부서.",
          en: "Departments with a purchase line, out of those with a target for any of the years in question; each counted once.",
        },
      },
      columns: {
        "coverage.reporting": () => departmentsWith("bool_or(reported) AND bool_or(NOT reported)"),
        "coverage.expected": () => departmentsWith("bool_or(NOT reported)"),
      },
    },
  },
  compares: true,
  facts: factsOfFeed("purchase", "purchase_id", { amount: "amount" }),
  whole: (key) => key !== "ENTERPRISE_KIND",
  sums: purchaseSums,
  lines: purchaseLines,
  shows({ keys, question, present }) {
    const isReported = `${present.own("count(*)", "reported")} > 0`;
    const isMissing = `${present.own("count(*)")} > 0 AND ${present.whole("count(*)", "reported")} = 0`;
    const reported = keys.includes("ENTERPRISE_KIND") ? `kind IS NOT NULL AND ${isReported}` : isReported;
    return question.groupBy.includes("DEPARTMENT") ? `(${reported} OR ${isMissing})` : `(${reported})`;
  },
};
