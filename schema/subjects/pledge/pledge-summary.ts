import { byQuarter } from "../../sql/summary/dimensions.ts";
import { countFacts, type Measure } from "../../sql/summary/measure.ts";
import { NullReason } from "../../sql/summary/null-reason.ts";
import type { Summary } from "../../sql/summary/summary.ts";
import { Unit } from "../../sql/summary/unit.ts";
import { byDepartment } from "../department/department.ts";
import { PledgeState } from "./pledge-state.ts";
import { type PledgeQuestion, pledgeLines } from "./pledge-summary-lines.ts";
import { pledgeSums } from "./pledge-sums.ts";
import { PledgeWhere } from "./pledge-where.ts";

const measures: Record<string, Measure<PledgeQuestion>> = {
  pledges: {
    is: "count",
    name: { ko: "공약 수", en: "pledges" },
    formula: { ko: "그 분기에 알려진 모든 공약.", en: "all pledges known in the quarter." },
    unit: Unit.PLEDGES,
    value: ({ present }) => countFacts(present),
  },
  completed: {
    is: "ratio",
    name: { ko: "완료율", en: "completed" },
    formula: {
      ko: "(완료 + 이행후계속추진)/통합이 아닌 상태가 있는 공약. 상태가 하나도 없으면 NOT_REPORTED.",
      en: "(COMPLETED + COMPLETED_CONTINUING) / pledges with a state other than MERGED. NOT_REPORTED if none has a state.",
    },
    unit: Unit.FRACTION,
    numerator: ({ present }) =>
      ifAnyState(countFacts(present, "state IN ('COMPLETED', 'COMPLETED_CONTINUING')")),
    denominator: ({ present }) => ifAnyState(countFacts(present, "state <> 'MERGED'")),
    otherwise: NullReason.NOT_REPORTED,
  },
  coverage: {
    is: "coverage",
    name: { ko: "보고율", en: "coverage" },
    formula: { ko: "모든 공약 가운데 상태가 있는 것.", en: "pledges with a state, out of all." },
    unit: Unit.PLEDGES,
    reporting: ({ present }) => countFacts(present, "state IS NOT NULL"),
    expected: ({ present }) => countFacts(present),
  },
};

/** A count; null if no pledge has a state. */
const ifAnyState = (count: string): string => `CASE WHEN count(state) > 0 THEN ${count} END`;

/** Declaration of pledgeSummary: pledges by state of progress. */
export const pledgeSummary: Summary<PledgeQuestion> = {
  name: "Pledge",
  title: { ko: "공약 이행 집계", en: "pledges" },
  description: {
    ko: "이행 상태별 공약의 집계. 분기로 거르지도 묶지도 않으면 상태가 있는 마지막 분기, 여러 분기를 물으면 분기로 묶지 않은 행은 그 가운데 상태가 있는 마지막 분기의 것입니다.",
    en: "Pledges by state of progress. Default, if QUARTER is neither a filter nor a key: the latest quarter with states. If there are several quarters in question, a row that is not grouped by quarter shows the last one with states.",
  },
  where: PledgeWhere,
  dimensions: {
    DEPARTMENT: {
      ...byDepartment,
      name: { ko: "소관부서(그 분기의)", en: "Department in charge in the quarter" },
    },
    STATE: {
      field: "state",
      type: () => PledgeState,
      name: { ko: "이행 상태", en: "State of progress" },
      column: "state",
    },
    QUARTER: byQuarter,
  },
  measures,
  compares: false,
  sums: pledgeSums,
  lines: pledgeLines,
  linesOf: (_, keys) => (keys.includes("QUARTER") ? "lines" : "(SELECT * FROM lines WHERE is_last) AS lines"),
};
