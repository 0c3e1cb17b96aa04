import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { PledgeState } from "../../schema/subjects/pledge/pledge-state.ts";
import { departmentName, pledgeCode, pledgeTitle } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { Random } from "./random.ts";

/** The fate of a pledge in the second half of the reporting period. */
export type PledgeRole = (typeof roles)[number];
const roles = [
  ...(["completed", "merged", "abandoned", "suspended", "handed over", "renamed"] as const),
  ...(["misses a quarter", "state not reported", "ordinary", "ordinary"] as const),
];

/** The role of the index-th pledge. */
export const pledgeRole = (index: number): PledgeRole => roles[index % roles.length]!;

/** A pledge in a quarter. `state` is null if none is reported. */
export type PledgeRow = {
  code: string;
  /** Null if the quarter does not give it; the previous quarter's title then still holds. */
  title: string | null;
  department: string | null;
  quarter: QuarterNumber;
  state: PledgeState | null;
};

/** The pledges of a city, quarter by quarter. */
export function* pledgeRows(city: CityPlan): Generator<PledgeRow> {
  const { quarters } = city.calendar;
  const half = quarters.length / 2;
  for (const index of upTo(city.pledges)) {
    const random = new Random(city.seed, `pledge ${index}`);
    const role = pledgeRole(index);
    const code = pledgeCode(index);
    const first = random.whole(0, city.departments - 1);
    const next = (first + 1) % city.departments;
    for (const [at, quarter] of quarters.entries()) {
      const isLater = at >= half;
      const state = isLater ? laterState(role, at === quarters.length - 1, random) : earlierState(random);
      if (role === "misses a quarter" && at === half) continue;
      yield {
        code,
        title: role === "renamed" ? renamed(index, at - half) : pledgeTitle(index),
        department: departmentName(role === "handed over" && isLater ? next : first),
        quarter,
        state,
      };
    }
  }
}

/** Gets a new title at the half, and omits it in later quarters. */
function renamed(index: number, quartersSinceHalf: number): string | null {
  if (quartersSinceHalf < 0) return pledgeTitle(index);
  return quartersSinceHalf === 0 ? `${pledgeTitle(index)} 확대` : null;
}

const earlierState = (random: Random): PledgeState =>
  random.chance(25) ? PledgeState.PARTIAL : PledgeState.ON_TRACK;

function laterState(role: PledgeRole, isLast: boolean, random: Random): PledgeState | null {
  const otherwise = earlierState(random);
  switch (role) {
    case "completed":
      return isLast ? PledgeState.COMPLETED_CONTINUING : PledgeState.COMPLETED;
    case "merged":
      return PledgeState.MERGED;
    case "abandoned":
      return PledgeState.ABANDONED;
    case "suspended":
      return PledgeState.SUSPENDED;
    case "state not reported":
      return null;
    case "ordinary":
      return isLast && random.chance(30) ? PledgeState.COMPLETED : otherwise;
    default:
      return otherwise;
  }
}
