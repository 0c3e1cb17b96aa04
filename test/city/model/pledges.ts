import { pledgeCodes } from "../city.ts";
import { lastWithFigures, passes, quarterText } from "../slow-sums.ts";
import { fundingLineNumber } from "../store-city.ts";
import { greatest, sorted } from "./order.ts";
import { quarterFrom } from "./periods.ts";
import { type Arguments, type At, type Fields, type Place, pageOf, placesAsOf, type World } from "./place.ts";

/** A pledge as of a quarter, null for the latest. */
export type PledgeAsOf = At<{ code: string; asOf: number | null }>;

const isUpTo = (quarter: number, end: number | null): boolean => end === null || quarter <= end;

const rowsOf = ({ at, code, asOf }: PledgeAsOf) =>
  sorted(
    at.city.pledges.filter((row) => row.code === code && isUpTo(row.quarter, asOf)),
    (row) => -row.quarter,
  );

/** The pledge as of a quarter; null if nothing was known of it by then. */
export function pledgeAt(at: Place, code: string | null, asOf: number | null): PledgeAsOf | null {
  if (code === null) return null;
  const pledge = { at, code, asOf };
  return rowsOf(pledge).length > 0 ? pledge : null;
}

/** The pledges that are known by a quarter, by code. */
export const pledgesAt = (at: Place, asOf: number | null): PledgeAsOf[] =>
  pledgeCodes.flatMap((code) => pledgeAt(at, code, asOf) ?? []);

const titleOf = (pledge: PledgeAsOf): string =>
  rowsOf(pledge).find(({ title }) => title !== null)?.title ?? pledge.code;

/** The name of the department in charge; null if none is stated. */
export const departmentOf = (pledge: PledgeAsOf): string | null =>
  rowsOf(pledge).find(({ department }) => department !== null)?.department ?? null;

function stateOf({ at, code }: PledgeAsOf, quarter: number | null): string | null {
  const stated = at.city.pledges.filter(
    (row) => row.code === code && row.state !== null && (quarter ?? row.quarter) === row.quarter,
  );
  return sorted(stated, (row) => -row.quarter)[0]?.state ?? null;
}

function fundingOf({ at, code, asOf }: PledgeAsOf, { quarter, phase }: Arguments): object[] {
  const lines = at.city.funding.filter((line) => line.pledge === code && passes(phase, line.phase));
  const of = quarter == null ? (asOf ?? greatest(lines.map((line) => line.quarter))) : quarterFrom(quarter);
  return sorted(
    lines.filter((line) => line.quarter === of).map((line) => ({ ...line, at })),
    fundingLineNumber,
  );
}

const wonIn: Record<string, number> = {
  WON: 1,
  THOUSAND_WON: 1e3,
  MILLION_WON: 1e6,
  HUNDRED_MILLION_WON: 1e8,
};

export const pledgeFields: Fields = {
  code: ({ code }: PledgeAsOf) => code,
  title: titleOf,
  municipality: ({ at }: PledgeAsOf) => at,
  department: (pledge: PledgeAsOf) => {
    const name = departmentOf(pledge);
    return name === null ? null : { at: pledge.at, name };
  },
  state: (pledge: PledgeAsOf, { quarter }) =>
    stateOf(pledge, quarter == null ? pledge.asOf : quarterFrom(quarter)),
  statedState: (pledge: PledgeAsOf, { quarter }) => {
    const state = stateOf(pledge, quarterFrom(quarter));
    return state === null ? null : { quarter, state };
  },
  funding: fundingOf,
};

export const statedStateFields: Fields = {
  quarter: ({ quarter }) => quarter,
  state: ({ state }) => state,
};

export const fundingLineFields: Fields = {
  quarter: ({ quarter }) => quarterText(quarter),
  source: ({ source }) => source,
  phase: ({ phase }) => phase,
  amount: ({ amount }) => amount,
  amountIn: ({ amount }, { unit }) => (amount === null ? null : amount / wonIn[unit]!),
  state: ({ amount }) => (amount === null ? "BLANK" : "VALUE"),
  period: ({ year }) => ({ year }),
  pledge: ({ at, pledge, quarter }) => pledgeAt(at, pledge, quarter),
};

export const periodFields: Fields = {
  label: ({ year }) => String(year),
  start: ({ year }) => year && `${year}-01-01`,
  end: ({ year }) => year && `${year}-12-31`,
};

/** The pledges of a place that a list keeps. */
function listed(at: Place, filter: Arguments): PledgeAsOf[] {
  const isOfQuarter = filter.quarter ?? filter.state ?? filter.hasState;
  if (isOfQuarter == null) return pledgesAt(at, null).filter((pledge) => isKept(pledge, filter));
  const named: number[] | null = filter.quarter?.map(quarterFrom) ?? null;
  const stated = at.city.pledges.map(({ quarter }) => quarter);
  const withStates = at.city.pledges.filter(({ state }) => state !== null).map(({ quarter }) => quarter);
  const quarter = lastWithFigures(named ?? stated, withStates);
  if (quarter === null) return [];
  return pledgesAt(at, quarter).filter((pledge) => {
    const state = stateOf(pledge, quarter);
    const isNamed = at.city.pledges.some((row) => row.code === pledge.code && named?.includes(row.quarter));
    return (
      isKept(pledge, filter) &&
      passes(filter.state, state) &&
      (filter.hasState == null || filter.hasState === (state !== null)) &&
      (named === null || filter.hasState === false || isNamed)
    );
  });
}

const isKept = (pledge: PledgeAsOf, { department, search }: Arguments): boolean =>
  passes(department, departmentOf(pledge)) && `${pledge.code} ${titleOf(pledge)}`.includes(search ?? "");

export const pledgeQueries: Fields = {
  pledge: (world: World, { municipality, code, asOf }) => {
    const [at] = placesAsOf(world, [municipality ?? "1"], asOf);
    return at ? pledgeAt(at, code, null) : null;
  },
  pledges: (world: World, values) =>
    pageOf(placesAsOf(world, values.where?.municipality ?? ["1"], values.asOf), values, (scope) =>
      scope.flatMap((at) => listed(at, values.where ?? {})),
    ),
};
