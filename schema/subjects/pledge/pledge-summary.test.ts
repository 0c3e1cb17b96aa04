import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import {
  type City,
  cities,
  departments,
  filter,
  grouping,
  pledgeCodes,
  quarters,
  states,
} from "../../../test/city/city.ts";
import { askKnown } from "../../../test/city/known-values.ts";
import {
  inOrder,
  lastWithFigures,
  passes,
  possibleRows,
  quarterText,
  ratio,
} from "../../../test/city/slow-sums.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

const question = `query ($where: PledgeWhere, $groupBy: [PledgeDimension!], $totals: Boolean) {
  pledgeSummary(where: $where, groupBy: $groupBy, totals: $totals) {
    rows {
      level department { name } state quarter pledges completed { value numerator denominator nullReason }
      coverage { reporting expected }
    }
  }
}`;

interface SummaryArguments {
  where: { department?: string[]; state?: string[]; hasState?: boolean; quarter?: number[]; search?: string };
  groupBy: string[];
  totals: boolean;
}

const summaryArguments: fc.Arbitrary<SummaryArguments> = fc.record({
  where: fc.record({
    department: filter(departments),
    state: filter(states),
    hasState: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
    quarter: filter(quarters),
    search: fc.option(fc.constantFrom("길", "1-", "없음"), { nil: undefined, freq: 2 }),
  }),
  groupBy: grouping(["DEPARTMENT", "STATE", "QUARTER"]),
  totals: fc.boolean(),
});

/** The pledges known at a quarter, as of it. */
function pledgesAt(city: City, quarter: number) {
  return pledgeCodes.flatMap((code) => {
    const reports = city.pledges
      .filter((row) => row.code === code && row.quarter <= quarter)
      .sort((one, other) => other.quarter - one.quarter);
    if (reports.length === 0) return [];
    return [
      {
        code,
        title: reports.find(({ title }) => title !== null)?.title ?? "",
        department: reports.find(({ department }) => department !== null)?.department ?? null,
        state: reports[0]!.quarter === quarter ? reports[0]!.state : null,
      },
    ];
  });
}

function slowly(city: City, { where, groupBy, totals }: SummaryArguments) {
  const stated = [...new Set(city.pledges.map(({ quarter }) => quarter))];
  const withStates = city.pledges.filter(({ state }) => state !== null).map(({ quarter }) => quarter);
  const selected = where.quarter ?? stated;
  const last = lastWithFigures(selected, withStates);
  const rows = possibleRows(groupBy, totals, {
    DEPARTMENT: [...departments, null],
    STATE: [...states, null],
    QUARTER: selected,
  });
  return rows.flatMap(({ level, keys: { DEPARTMENT, STATE, QUARTER } }) => {
    const quarter = QUARTER === undefined ? last : Number(QUARTER);
    const pledges = (quarter === null ? [] : pledgesAt(city, quarter)).filter(
      ({ code, title, department, state }) =>
        (where.department === undefined || where.department.includes(department!)) &&
        (where.state === undefined || where.state.includes(state!)) &&
        (where.hasState === undefined || where.hasState === (state !== null)) &&
        `${code} ${title}`.includes(where.search ?? "") &&
        (DEPARTMENT === undefined || DEPARTMENT === department) &&
        (STATE === undefined || STATE === state),
    );
    if (level > 0 && pledges.length === 0) return [];
    const withState = pledges.filter(({ state }) => state !== null);
    const count = (some: string[]) => withState.filter(({ state }) => passes(some, state!)).length;
    const known = withState.length > 0;
    return [
      {
        level,
        department: DEPARTMENT ? { name: DEPARTMENT } : null,
        state: STATE ?? null,
        quarter: QUARTER === undefined ? null : quarterText(Number(QUARTER)),
        pledges: pledges.length,
        completed: ratio(
          known ? count(["COMPLETED", "COMPLETED_CONTINUING"]) : null,
          known ? count(states.filter((state) => state !== "MERGED")) : null,
          "NOT_REPORTED",
        ),
        coverage: { reporting: withState.length, expected: pledges.length },
      },
    ];
  });
}

describe("the summary of pledges", () => {
  test("is what a slow, obvious computation gives, for any city and question", async () => {
    await fc.assert(
      fc.asyncProperty(
        cities,
        cities,
        fc.array(summaryArguments, { minLength: 6, maxLength: 6 }),
        async (city, other, questions) => {
          await hub.publish([city], [other]);
          for (const one of questions) {
            const where = { ...one.where, quarter: one.where.quarter?.map(quarterText) };
            const answer = await askKnown(hub, [city], question, { ...one, where });
            if (!answer) continue;
            const { pledgeSummary } = answer;
            expect(inOrder(pledgeSummary.rows)).toEqual(inOrder(slowly(city, one)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("counts with and without a state what the list of pledges gives, at the same quarter, whether one is named or not", async () => {
    const conditions = fc.record({
      hasState: fc.constantFrom(undefined, true, false),
      state: filter(states),
      quarter: filter(quarters),
    });
    await fc.assert(
      fc.asyncProperty(cities, cities, conditions, async (city, other, where) => {
        fc.pre(where.hasState !== undefined || where.state !== undefined);
        await hub.publish([city], [other]);
        const filters = { ...where, quarter: where.quarter?.map(quarterText) };
        const answer = await askKnown(
          hub,
          [city],
          `query ($where: PledgeWhere) {
            pledgeSummary(where: $where) { rows { pledges } }
            pledges(where: $where) { nodes { code department { name } } }
          }`,
          { where: filters },
        );
        if (!answer) return;
        const { pledgeSummary, pledges } = answer;
        const stated = city.pledges.map(({ quarter }) => quarter);
        const withStates = city.pledges.filter(({ state }) => state !== null).map(({ quarter }) => quarter);
        const quarter = lastWithFigures(where.quarter ?? stated, withStates);
        const expected = (quarter === null ? [] : pledgesAt(city, quarter)).filter(
          ({ state }) =>
            (where.hasState ?? state !== null) === (state !== null) && passes(where.state, state!),
        );
        expect(pledges.nodes).toEqual(
          expected.map(({ code, department: name }) => ({ code, department: name && { name } })),
        );
        expect(pledgeSummary.rows).toEqual([{ pledges: expected.length }]);
      }),
      { numRuns: 60 },
    );
  });
});
