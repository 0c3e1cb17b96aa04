import { Float } from "type-graphql";
import { inUnitSql, MoneyUnit } from "../../core/scalars/money-unit.ts";
import { DateScalar, QuarterScalar, WonScalar } from "../../core/scalars/scalars.ts";
import { entity, extend, type ListField, nullable, text, value } from "../../sql/entity.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { RowsSql } from "../../sql/row-sql.ts";
import { municipality } from "../municipality/municipality.ts";
import { pledge, pledgeOfQuarter } from "../pledge/pledge.ts";
import { CellState } from "../release/cell-state.ts";
import { cited } from "../release/citation.ts";
import { FundingPhase, FundingSource } from "./funding-kinds.ts";

const period = entity(
  "Period",
  {
    ko: "금액이 속한 기간. 임기 전(기투자)은 시작이, 임기 후는 끝이 없습니다.",
    en: "The period of an amount. A period before the term has no start, one after it no end.",
  },
  {
    label: text("period_label", "적힌 그대로, 예: '18.7.", "As printed, e.g. '18.7."),
    start: value(
      () => DateScalar,
      "period_start",
      "첫날. 임기 전이면 null.",
      "First day; null before the term.",
      nullable,
    ),
    end: value(
      () => DateScalar,
      "period_end",
      "마지막 날. 임기 후면 null.",
      "Last day; null after the term.",
      nullable,
    ),
  },
);

/** An amount of a pledge: a row of `funding_line`. */
export const fundingLine = entity(
  "FundingLine",
  {
    ko: "한 공약의 한 분기, 한 재원, 한 기간의 금액.",
    en: "An amount of a pledge in a quarter, by source, phase and period.",
  },
  {
    quarter: value(
      () => QuarterScalar,
      "quarter",
      "금액을 보고한 분기.",
      "The quarter that it was reported for.",
    ),
    source: value(() => FundingSource, "source", "재원.", "Sources of funding."),
    phase: value(() => FundingPhase, "phase", "단계.", "Phase of the amount."),
    amount: value(
      () => WonScalar,
      "amount",
      "금액(원). 적혀 있지 않으면 null이며, 0으로 확인된 빈칸만 0입니다.",
      "Amount in won. Null if nothing is printed; 0 only if printed or proven.",
      nullable,
    ),
    amountIn: value(
      () => Float,
      (row, _, { unit }) => inUnitSql(`${row}.amount`, unit),
      "금액을 다른 단위로. 적혀 있지 않으면 null. 정확한 수는 amount의 원입니다.",
      "The amount in another unit; null if nothing is printed. The exact figure is `amount`, in won.",
      {
        nullable: true,
        arguments: {
          unit: { type: () => MoneyUnit, nullable: false, description: { ko: "단위.", en: "The unit." } },
        },
      },
    ),
    state: value(() => CellState, "state", "칸에 적힌 것.", "Content of the cell."),
    period: { is: "part", of: period, description: { ko: "기간.", en: "The period." } },
    pledge: pledgeOfQuarter,
    ...cited,
  },
);

/**
 * The funding lines of a pledge in a quarter, in the order of the documents; by default those of the latest quarter with
 * any. `pledgeId` and `quarter` are SQL; `phases` keeps only lines of these, null all.
 */
export function fundingLines(
  alias: string,
  scope: QueryScope,
  row: string,
  pledgeId: string,
  quarter: string,
  phases: readonly FundingPhase[] | null,
): RowsSql {
  const phaseList = phases && `${scope.parameters.add(phases)}::funding_phase[]`;
  const isIncluded = (table: string) =>
    `${scope.sameMunicipality(table, row)} AND ${table}.pledge_id = ${pledgeId}${phaseList ? ` AND ${table}.phase = ANY(${phaseList})` : ""}`;
  const latest = `SELECT latest.quarter FROM funding_line AS latest WHERE ${isIncluded("latest")} ORDER BY latest.quarter DESC LIMIT 1`;
  return {
    from: `funding_line AS ${alias}`,
    where: `${isIncluded(alias)} AND ${alias}.quarter = coalesce(${quarter}, (${latest}))`,
    order: `${alias}.document_id, ${alias}.line, ${alias}."column"`,
  };
}

const fundingOfPledge: ListField = {
  is: "list",
  size: { elements: 200 },
  of: fundingLine,
  rows: (alias, scope, { quarter, phase }, row) => {
    const of = quarter == null ? `${row}.of_quarter` : scope.parameters.add(quarter);
    return fundingLines(alias, scope, row, `${row}.id`, of, phase ?? null);
  },
  description: {
    ko: "한 분기에 보고된 금액. 분기를 빼면 금액이 있는 마지막 분기.",
    en: "Amounts as reported for a quarter; default: the latest quarter for which the pledge has amounts.",
  },
  arguments: {
    quarter: {
      type: () => QuarterScalar,
      nullable: true,
      description: { ko: "분기.", en: "The quarter." },
    },
    phase: {
      type: () => [FundingPhase],
      nullable: true,
      description: {
        ko: "이 단계의 금액만. 빼면 모두.",
        en: "Only amounts of these phases. Default: all.",
      },
    },
  },
};
extend(pledge, { funding: fundingOfPledge });

extend(municipality, {
  latestQuarter: value(
    () => QuarterScalar,
    (row, scope) => {
      const last = (table: string) =>
        `(SELECT quarter FROM ${table} WHERE ${scope.ofMunicipality(table, `${row}.id`)} AND ${scope.valid(table)}
          ORDER BY quarter DESC LIMIT 1)`;
      return `greatest(${last("pledge_quarter")}, ${last("funding_line")})`;
    },
    "보고서나 수치가 있는 마지막 분기. 아무것도 없으면 null.",
    "The latest quarter with a report or figure; null if there is none.",
    nullable,
  ),
});
