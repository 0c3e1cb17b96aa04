import { type QuarterNumber, quarterOfYear, yearOfQuarter } from "../../schema/core/scalars/quarter.ts";
import { dash } from "../../schema/feeds/sample-rows.ts";
import { FundingSource } from "../../schema/subjects/funding/funding-kinds.ts";
import { pledgeCode } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { pledgeRole } from "./pledges.ts";
import { Random } from "./random.ts";
import type { SampleAmount } from "./sample-amount.ts";

/** A line of the budget feed: one pledge, quarter, fiscal year and source. Amounts are in whole won; null is a blank. */
export type BudgetRow = {
  pledge: string;
  quarter: QuarterNumber;
  year: number;
  source: FundingSource;
  planned: bigint | null;
  secured: bigint | null;
  budgeted: bigint;
  executed: SampleAmount;
};

/** The percentage of pledges that each source funds; the city funds all. */
const shareOfPledges = [
  [FundingSource.NATIONAL, 50],
  [FundingSource.PROVINCE, 60],
  [FundingSource.CITY, 100],
  [FundingSource.OTHER, 30],
] as const;

/** In the last quarter it spends more than its budget. */
const overspentPledge = 5;
const tenthOfMillion = 100_000n;
const thousand = 1_000n;

/** The budget lines of a city as they are reported first. */
export function* budgetRows(city: CityPlan): Generator<BudgetRow> {
  for (const index of upTo(city.pledges)) yield* budgetRowsOf(city, index);
}

/** Executed amounts of the quarter before the last that were blank at first. */
export function* lateBudgetRows(city: CityPlan): Generator<BudgetRow> {
  for (const row of rowsOfCompleted(city, city.calendar.quarters.at(-2)!))
    if (row.executed === null) yield { ...row, executed: partOf(row.budgeted, 74) };
}

/** Executed amounts of the last quarter that were stated too high at first. */
export function* correctedBudgetRows(city: CityPlan): Generator<BudgetRow> {
  for (const row of rowsOfCompleted(city, city.calendar.quarters.at(-1)!))
    if (typeof row.executed === "bigint") yield { ...row, executed: row.executed - partOf(row.budgeted, 3) };
}

function* rowsOfCompleted(city: CityPlan, quarter: QuarterNumber): Generator<BudgetRow> {
  for (const index of upTo(city.pledges)) {
    if (pledgeRole(index) !== "completed") continue;
    for (const row of budgetRowsOf(city, index)) if (row.quarter === quarter) yield row;
  }
}

function* budgetRowsOf(city: CityPlan, index: number): Generator<BudgetRow> {
  const random = new Random(city.seed, `budget ${index}`);
  for (const [source, share] of shareOfPledges) {
    if (!random.chance(share)) continue;
    for (const year of city.calendar.years) yield* yearRows(city, index, source, year, random);
  }
}

/** The quarters of one fiscal year and source; unspent money of a completed pledge is carried over into the next quarter. */
function* yearRows(
  city: CityPlan,
  index: number,
  source: FundingSource,
  year: number,
  random: Random,
): Generator<BudgetRow> {
  const planned = BigInt(random.whole(500, 50_000)) * tenthOfMillion;
  const budgeted = partOf(planned, random.whole(60, 110));
  const key = { pledge: pledgeCode(index), year, source };
  let executedPercent = 0;
  for (const quarter of city.calendar.quarters.filter((one) => yearOfQuarter(one) === year)) {
    executedPercent += random.whole(5, 24);
    const secured = partOf(planned, random.whole(50, 100));
    const line = { ...key, quarter, planned, secured, budgeted };
    const executed = executedOf(city, index, line, executedPercent, random);
    if (isMissing(city, index, quarter, random)) continue;
    yield random.chance(3) ? { ...line, planned: null, secured: null, executed } : { ...line, executed };
  }
  const isCarriedOver = pledgeRole(index) === "completed" && year < city.calendar.years.at(-1)!;
  if (!isCarriedOver) return;
  const next = (year + 1) * 4;
  yield { ...key, quarter: next, planned, secured: planned, budgeted, executed: partOf(budgeted, 99) };
}

function isMissing(city: CityPlan, index: number, quarter: QuarterNumber, random: Random): boolean {
  const isByChance = random.chance(10);
  const role = pledgeRole(index);
  if (role === "misses a quarter") return quarter === city.calendar.quarters.at(-2);
  return role === "ordinary" && isByChance;
}

function executedOf(
  city: CityPlan,
  index: number,
  { quarter, source, budgeted }: Pick<BudgetRow, "quarter" | "source" | "budgeted">,
  percent: number,
  random: Random,
): SampleAmount {
  const drawn = random.whole(1, 100);
  const role = pledgeRole(index);
  if (role === "completed") {
    const isLate = source === FundingSource.CITY && quarter === city.calendar.quarters.at(-2);
    return isLate ? null : partOf(budgeted, percent);
  }
  if (role === "suspended" && quarterOfYear(quarter) === 1) return 0n;
  if (index === overspentPledge && quarter === city.calendar.quarters.at(-1)) return partOf(budgeted, 104);
  if (role === "merged" && quarterOfYear(quarter) === 4) return dash;
  if (drawn <= 3) return null;
  return drawn <= 5 ? dash : partOf(budgeted, percent);
}

/** A percentage of an amount, in whole thousands. */
const partOf = (amount: bigint, percent: number): bigint =>
  ((amount * BigInt(percent)) / (100n * thousand)) * thousand;
