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
  sources,
} from "../../../test/city/city.ts";
import { askKnown } from "../../../test/city/known-values.ts";
import {
  inCharge,
  inOrder,
  lastWithFigures,
  passes,
  possibleRows,
  quarterText,
  ratio,
  sum,
} from "../../../test/city/slow-sums.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

const question = `query ($where: FundingWhere, $groupBy: [FundingDimension!], $totals: Boolean, $orderBy: [FundingOrder!], $first: Int) {
  fundingSummary(where: $where, groupBy: $groupBy, totals: $totals, orderBy: $orderBy, first: $first) {
    quarter
    rows {
      level department { name } pledge { code } source year quarter published planned secured budgeted executed
      share { value numerator denominator nullReason } execution { value numerator denominator nullReason }
      securing { value numerator denominator nullReason } coverage { reporting expected }
    }
  }
}`;

interface SummaryArguments {
  where: {
    department?: string[];
    pledge?: string[];
    source?: string[];
    year?: number[];
    hasYear?: boolean;
    quarter?: number[];
    belowExecution?: number;
  };
  groupBy: string[];
  totals: boolean;
}

const summaryArguments: fc.Arbitrary<SummaryArguments> = fc.record({
  where: fc.record({
    department: filter(departments),
    pledge: filter(pledgeCodes),
    source: filter(sources),
    year: filter([2024, 2025]),
    hasYear: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
    quarter: filter(quarters),
    belowExecution: fc.option(fc.constantFrom(0.5, 1), { nil: undefined, freq: 2 }),
  }),
  groupBy: grouping(["DEPARTMENT", "PLEDGE", "SOURCE", "YEAR", "QUARTER"]),
  totals: fc.boolean(),
});

/** The lines that a quarter has or should have: a pledge, a source and a year each. */
function linesAt(city: City, quarter: number, where: SummaryArguments["where"]) {
  const ofYear = Math.floor(quarter / 4);
  const years = [2024, 2025, null];
  return pledgeCodes.flatMap((pledge) =>
    sources.flatMap((source) =>
      years.flatMap((year) => {
        const ofPledge = city.funding.filter(
          (line) => line.pledge === pledge && line.source === source && line.year === year,
        );
        const now = ofPledge.filter((line) => line.quarter === quarter);
        const earlier = ofPledge.some(
          (line) => line.year === ofYear && line.quarter >= ofYear * 4 && line.quarter < quarter,
        );
        const department = inCharge(city, pledge, quarter);
        const isMeant =
          passes(where.pledge, pledge) &&
          passes(where.source, source) &&
          (where.year === undefined || where.year.includes(year!)) &&
          (where.hasYear === undefined || where.hasYear === (year !== null)) &&
          (where.department === undefined || where.department.includes(department!));
        if (!isMeant || (now.length === 0 && !earlier)) return [];
        const amount = (phase: string) => now.find((line) => line.phase === phase)?.amount ?? null;
        return [
          {
            pledge,
            source,
            year,
            department,
            published: amount("PUBLISHED"),
            planned: amount("PLANNED"),
            secured: amount("SECURED"),
            budgeted: amount("BUDGETED"),
            executed: amount("EXECUTED"),
          },
        ];
      }),
    ),
  );
}

type Amount = "published" | "planned" | "secured" | "budgeted" | "executed";

function slowly(city: City, { where, groupBy, totals }: SummaryArguments) {
  const stated = [...new Set(city.funding.map(({ quarter }) => quarter))];
  const withFigures = city.funding.filter(({ amount }) => amount !== null).map(({ quarter }) => quarter);
  const selected = where.quarter ?? stated;
  const last = lastWithFigures(selected, withFigures);
  const one = where.quarter
    ? new Set(where.quarter).size === 1
      ? where.quarter[0]!
      : null
    : groupBy.includes("QUARTER")
      ? null
      : last;
  const values = {
    DEPARTMENT: [...departments, null],
    PLEDGE: pledgeCodes,
    SOURCE: sources,
    YEAR: [2024, 2025, null],
    QUARTER: selected,
  };
  const rows = possibleRows(groupBy, totals, values).flatMap(
    ({ level, keys: { DEPARTMENT, PLEDGE, SOURCE, YEAR, QUARTER } }) => {
      const quarter = QUARTER === undefined ? last : Number(QUARTER);
      const all = quarter === null ? [] : linesAt(city, quarter, where);
      const lines = all.filter(
        ({ department, pledge, source, year }) =>
          (DEPARTMENT === undefined || DEPARTMENT === department) &&
          (PLEDGE === undefined || PLEDGE === pledge) &&
          (SOURCE === undefined || SOURCE === source) &&
          (YEAR === undefined || YEAR === year),
      );
      if (level > 0 && lines.length === 0) return [];
      const total = (amount: Amount, some = lines) => sum(some.map((line) => line[amount]));
      const onlyPublished =
        total("published") !== null &&
        (["planned", "secured", "budgeted", "executed"] as const).every((amount) => total(amount) === null);
      const reason = onlyPublished ? "PHASE_NOT_STATED" : "NOT_REPORTED";
      const both = (above: Amount, below: Amount) =>
        lines.filter((line) => line[above] !== null && line[below] !== null);
      const rate = (above: Amount, below: Amount) =>
        ratio(total(above, both(above, below)), total(below, both(above, below)), reason);
      return [
        {
          level,
          department: DEPARTMENT ? { name: DEPARTMENT } : null,
          pledge: PLEDGE ? { code: PLEDGE } : null,
          source: SOURCE ?? null,
          year: YEAR ?? null,
          quarter: QUARTER === undefined ? null : quarterText(Number(QUARTER)),
          published: total("published"),
          planned: total("planned"),
          secured: total("secured"),
          budgeted: total("budgeted"),
          executed: total("executed"),
          share: ratio(
            total("published"),
            total("published") === null ? null : total("published", all),
            "NOT_REPORTED",
          ),
          execution: rate("executed", "budgeted"),
          securing: rate("secured", "planned"),
          coverage: { reporting: both("executed", "budgeted").length, expected: lines.length },
        },
      ];
    },
  );
  const below = where.belowExecution;
  return {
    quarter: one === null ? null : quarterText(one),
    rows:
      below === undefined
        ? rows
        : rows.filter(({ execution }) => execution.value !== null && execution.value < below),
  };
}

/** Every pledge of a report has a row of pledges, so a title. */
const withTitles = (city: City): City => ({
  ...city,
  pledges: [
    ...city.pledges.map((row) => ({ ...row, title: row.title ?? "길" })),
    ...pledgeCodes.map((code) => ({ code, quarter: 2023 * 4, title: "길", department: null, state: null })),
  ],
});

describe("the summary of funding", () => {
  test("is what a slow, obvious computation gives, for any city and question", async () => {
    await fc.assert(
      fc.asyncProperty(
        cities,
        cities,
        fc.array(summaryArguments, { minLength: 6, maxLength: 6 }),
        async (any, other, questions) => {
          const city = withTitles(any);
          await hub.publish([city], [withTitles(other)]);
          for (const one of questions) {
            const where = { ...one.where, quarter: one.where.quarter?.map(quarterText) };
            const answer = await askKnown(hub, [city], question, { ...one, where });
            if (!answer) continue;
            const { fundingSummary } = answer;
            const slow = slowly(city, one);
            expect(fundingSummary.quarter).toBe(slow.quarter);
            expect(inOrder(fundingSummary.rows)).toEqual(inOrder(slow.rows));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("comes in the order asked for, the unknown last, and `first` cuts it after that", async () => {
    await fc.assert(
      fc.asyncProperty(cities, async (city) => {
        await hub.publish([withTitles(city)]);
        const variables = { groupBy: ["PLEDGE", "SOURCE"], orderBy: ["EXECUTION_ASC"] };
        const { rows } = (await hub.ask(question, variables)).fundingSummary;
        const rates = rows.map(
          ({ execution }: { execution: { value: number | null } }) => execution.value ?? Infinity,
        );
        expect(rates).toEqual([...rates].sort((one, other) => one - other));
        const cut = await hub.ask(question, { ...variables, first: 2 });
        expect(cut.fundingSummary.rows).toEqual(rows.slice(0, 2));
      }),
      { numRuns: 15 },
    );
  });
});
