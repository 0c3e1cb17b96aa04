import { lastDayOfQuarter, type QuarterNumber } from "../../../../schema/core/scalars/quarter.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { FundingTable } from "../funding/funding-table.ts";

/** PERIOD_INCOMPLETE and PERIOD_AFTER_REPORT, each once for the heading line, naming the columns. */
export function periodFindings(
  part: Paragraph,
  table: FundingTable,
  quarter: QuarterNumber | null,
): FindingDraft[] {
  const isExecuted = /집행|실적/.test(part.text);
  return [
    ...incomplete(table),
    ...(isExecuted && quarter !== null ? afterReport(table, lastDayOfQuarter(quarter)) : []),
  ];
}

function incomplete({ columns }: FundingTable): FindingDraft[] {
  const periods = columns.periods.filter(({ printsOneMonth }) => printsOneMonth);
  if (periods.length === 0) return [];
  const read = periods.map(({ label, period: { start, end } }) => `${label} → ${start}~${end}`).join(", ");
  return [
    draftFinding(
      "PERIOD_INCOMPLETE",
      periods[0]!.origin,
      `반기의 한쪽 달만 적혀 있어 이렇게 읽었습니다: ${read}. '18.7.~12.처럼 두 달을 모두 적어 주십시오.`,
      `A half-year shows only one of its months and was read as ${read}. Give both months, as in '18.7.~12.`,
    ),
  ];
}

/** Columns of executed amounts that begin after the quarter and have an amount other than 0. */
function afterReport({ columns, grid }: FundingTable, lastDay: string): FindingDraft[] {
  const periods = columns.periods.filter(({ period: { start } }, position) => {
    const amounts = [...grid.cells.map((row) => row[position]), grid.periodTotals[position]];
    return start !== null && start > lastDay && amounts.some((amount) => amount?.won);
  });
  if (periods.length === 0) return [];
  const labels = periods.map(({ label }) => label).join(", ");
  return [
    draftFinding(
      "PERIOD_AFTER_REPORT",
      periods[0]!.origin,
      `집행액이라고 적혀 있으나 보고 분기가 끝난 뒤(${lastDay} 이후)에 시작하는 기간에 금액이 있습니다: ${labels}. 계획액인지 확인하십시오.`,
      `The table is headed “executed” but has amounts for periods that begin after the report's quarter (${lastDay}): ${labels}. Check whether these are planned amounts.`,
    ),
  ];
}
