import { byQuarter } from "../../sql/summary/dimensions.ts";
import { countFacts, type Measure } from "../../sql/summary/measure.ts";
import { NullReason } from "../../sql/summary/null-reason.ts";
import type { Summary } from "../../sql/summary/summary.ts";
import { Unit } from "../../sql/summary/unit.ts";
import { byDepartment } from "../department/department.ts";
import { byMunicipality } from "../municipality/municipality.ts";
import { factCell, touchesCell } from "../release/fact-cell.ts";
import { PledgeState } from "./pledge-state.ts";
import { type PledgeQuestion, pledgeLines } from "./pledge-summary-lines.ts";
import { pledgeSums } from "./pledge-sums.ts";
import { PledgeWhere } from "./pledge-where.ts";

const manifesto = {
  ko: "한국매니페스토실천본부의 공약 이행 평가에서 쓰는 이행 상태.",
  en: "States of progress as the Korea Manifesto Center's evaluation of pledges uses them.",
};

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
    definedBy: manifesto,
    unit: Unit.FRACTION,
    numerator: ({ present, isFact }) =>
      ifAnyState(countFacts(present, "state IN ('COMPLETED', 'COMPLETED_CONTINUING')"), isFact),
    denominator: ({ present, isFact }) => ifAnyState(countFacts(present, "state <> 'MERGED'"), isFact),
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

/** A count; null if no pledge has a state. A single pledge counts as it is. */
const ifAnyState = (count: string, isFact: boolean): string =>
  isFact ? count : `CASE WHEN count(state) > 0 THEN ${count} END`;

/** Declaration of pledgeSummary: pledges by state of progress. */
export const pledgeSummary: Summary<PledgeQuestion> = {
  name: "Pledge",
  title: { ko: "공약 이행 집계", en: "pledges" },
  basis: {
    ko: "한 줄은 그 분기까지 알려진 공약 하나입니다.",
    en: "A line is a pledge known at the quarter.",
  },
  description: {
    ko: "이행 상태별 공약의 집계. 분기로 거르지도 묶지도 않으면 상태가 있는 마지막 분기, 여러 분기를 물으면 분기로 묶지 않은 행은 그 가운데 상태가 있는 마지막 분기의 것입니다.",
    en: "Pledges by state of progress. Default, if QUARTER is neither a filter nor a key: the latest quarter with states. If there are several quarters in question, a row that is not grouped by quarter shows the last one with states.",
  },
  where: PledgeWhere,
  reach: ["pledge_quarter"],
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
    MUNICIPALITY: byMunicipality,
  },
  measures,
  compares: false,
  facts: {
    key: ["municipality_id", "pledge_id", "quarter"],
    cell: factCell,
    touches: touchesCell,
    // The row that states the state; without one, the last that says anything of the pledge.
    cells: (
      line,
      scope,
    ) => `SELECT cell.*, 'state' AS field, NULL::numeric AS amount FROM pledge_quarter AS cell
      WHERE ${scope.sameMunicipality("cell", line)} AND cell.pledge_id = ${line}.pledge_id AND cell.quarter <= ${line}.quarter
      ORDER BY (cell.quarter = ${line}.quarter AND cell.state IS NOT NULL) DESC, cell.quarter DESC, cell.stated_by LIMIT 1`,
  },
  sums: pledgeSums,
  lines: pledgeLines,
  linesOf: (_, keys) => (keys.includes("QUARTER") ? "lines" : "(SELECT * FROM lines WHERE is_last) AS lines"),
};
