import type { Localized } from "../../../../schema/core/localized.ts";
import { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { CheckDraft } from "../report-draft.ts";
import type { FundingGrid, PrintedAmount } from "./funding-grid.ts";

/** The names of a table's checks, unique within a report: the writer finds a total by its name. */
export const checkNames = {
  source: (source: FundingSource): Localized => sourceNames[source],
  period: (label: string): Localized => ({ ko: `${label} 계`, en: `Total of ${label}` }),
  grandOverPeriods: { ko: "총계 (연도별 계의 합)", en: "Grand total, over the periods" },
  grandOverSources: { ko: "총계 (재원별 계의 합)", en: "Grand total, over the sources" },
};

const sourceNames: Record<FundingSource, Localized> = {
  [FundingSource.NATIONAL]: { ko: "국비 계", en: "Total of national funds" },
  [FundingSource.PROVINCE]: { ko: "도비 계", en: "Total of provincial funds" },
  [FundingSource.CITY]: { ko: "시비 계", en: "Total of city funds" },
  [FundingSource.OTHER]: { ko: "기타 계", en: "Total of other funds" },
};

interface NamedCheck extends CheckDraft {
  total: PrintedAmount;
}

/** One check per printed total, two for the grand total, and SUM_MISMATCH for each that fails. */
export function checkTotals(grid: FundingGrid): { checks: CheckDraft[]; findings: FindingDraft[] } {
  const bySource = grid.cells.map((row) => sum(row));
  const byPeriod = grid.periods.map((_, period) => sum(grid.cells.map((row) => row[period]!)));
  const totalChecks = [
    check(checkNames.grandOverPeriods, grid.grandTotal, sumOfTotals(grid.periodTotals, byPeriod)),
    ...grid.sources.map((source, index) =>
      check(checkNames.source(source), grid.sourceTotals[index], bySource[index]!),
    ),
    check(checkNames.grandOverSources, grid.grandTotal, sumOfTotals(grid.sourceTotals, bySource)),
    ...grid.periods.map(({ label }, index) =>
      check(checkNames.period(label), grid.periodTotals[index], byPeriod[index]!),
    ),
  ].flatMap((one) => one ?? []);
  const wrong = new Set(totalChecks.filter(({ holds }) => !holds).map(({ total }) => total));
  return {
    checks: totalChecks.map(({ total: _, ...rest }) => rest),
    findings: [...wrong].map((wrongTotal) =>
      mismatch(
        wrongTotal,
        totalChecks.filter(({ total, holds }) => total === wrongTotal && !holds),
      ),
    ),
  };
}

function check(
  name: Localized,
  total: PrintedAmount | null | undefined,
  actual: bigint,
): NamedCheck | undefined {
  if (total?.won == null) return undefined;
  return { name, expected: total.won, actual, holds: total.won === actual, total };
}

const sum = (amounts: PrintedAmount[]): bigint => amounts.reduce((total, { won }) => total + (won ?? 0n), 0n);

/** The sum of the printed totals; a missing one is replaced by the sum of its cells. */
const sumOfTotals = (totals: (PrintedAmount | null)[], sums: bigint[]): bigint =>
  totals.reduce((total, one, index) => total + (one?.won ?? sums[index]!), 0n);

const formatWon = (won: bigint): string => won.toLocaleString("ko-KR");

/** One finding per total, even if two checks on it fail. */
function mismatch({ origin }: PrintedAmount, checks: NamedCheck[]): FindingDraft {
  const ko = checks.map(
    ({ name, expected, actual }) =>
      `‘${name.ko}’에 ${formatWon(expected)}원이 적혀 있으나 합은 ${formatWon(actual)}원입니다(차이 ${formatWon(expected - actual)}원).`,
  );
  const en = checks.map(
    ({ name, expected, actual }) =>
      `“${name.en}” is printed as ${formatWon(expected)} won; the sum is ${formatWon(actual)} won (difference ${formatWon(expected - actual)}).`,
  );
  return draftFinding(
    "SUM_MISMATCH",
    origin,
    `${ko.join(" ")} 합계와 각 칸 가운데 어느 쪽이 맞는지 확인하십시오.`,
    `${en.join(" ")} Check whether the total or its cells are correct.`,
  );
}
