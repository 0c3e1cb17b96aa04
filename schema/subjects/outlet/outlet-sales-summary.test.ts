import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import {
  type City,
  cities,
  departments,
  filter,
  grouping,
  outletCodes,
  outletKinds,
  pledgeCodes,
  quarters,
} from "../../../test/city/city.ts";
import { askKnown } from "../../../test/city/known-values.ts";
import {
  inCharge,
  inOrder,
  type Keys,
  namedQuarters,
  passes,
  possibleRows,
  quarterText,
  ratio,
  sum,
} from "../../../test/city/slow-sums.ts";
import { formatMonth } from "../../core/scalars/month.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

const question = `query ($where: OutletSalesWhere, $groupBy: [OutletSalesDimension!], $totals: Boolean, $compareTo: Comparison, $likeForLike: Boolean) {
  outletSalesSummary(where: $where, groupBy: $groupBy, totals: $totals, compareTo: $compareTo, likeForLike: $likeForLike) {
    rows {
      level outlet { code } kind year quarter month sales previousSales growth { value numerator denominator nullReason }
      coverage { reporting expected } previousCoverage { reporting expected }
    }
  }
}`;

interface SummaryArguments {
  where: {
    outlet?: string[];
    kind?: string[];
    pledge?: string[];
    department?: string[];
    year?: number[];
    quarter?: number[];
  };
  groupBy: string[];
  totals: boolean;
  compareTo: "PREVIOUS_YEAR" | "PREVIOUS_QUARTER" | null;
  likeForLike: boolean;
}

const allQuarters = [2023, 2024, 2025, 2026].flatMap((year) => [0, 1, 2, 3].map((index) => year * 4 + index));
const allMonths = allQuarters.flatMap((quarter) => [0, 1, 2].map((index) => quarter * 3 + index));

const summaryArguments: fc.Arbitrary<SummaryArguments> = fc
  .record({
    where: fc.record({
      outlet: filter(outletCodes),
      kind: filter(outletKinds),
      pledge: filter(pledgeCodes),
      department: filter(departments),
      year: filter([2024, 2025, 2026]),
      quarter: filter(quarters),
    }),
    groupBy: grouping(["OUTLET", "KIND", "YEAR", "QUARTER", "MONTH"]),
    totals: fc.boolean(),
    compareTo: fc.constantFrom("PREVIOUS_YEAR" as const, "PREVIOUS_QUARTER" as const, null),
    likeForLike: fc.boolean(),
  })
  .map((one) => {
    const compareTo = isComparable(one, Object.fromEntries(one.groupBy.map((key) => [key, 0])))
      ? one.compareTo
      : null;
    return { ...one, compareTo, likeForLike: one.likeForLike && compareTo !== null };
  });

/** Whether a row with these keys is of one period that has one before it. */
function isComparable(
  { where, compareTo }: Pick<SummaryArguments, "where" | "compareTo">,
  keys: Keys,
): boolean {
  const named = namedQuarters(where, allQuarters);
  if ("MONTH" in keys || "QUARTER" in keys || (named && named.length <= 1)) return true;
  return compareTo === "PREVIOUS_YEAR" && ("YEAR" in keys || new Set(where.year).size === 1);
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstDay = (month: number): string => `${formatMonth(month)}-01`;

type Outlet = City["outlets"][number];
const isOpen = ({ openedOn, closedOn }: Outlet, month: number): boolean =>
  (openedOn === null || monthOf(openedOn) <= month) && (closedOn === null || month <= monthOf(closedOn));

/** Open from the first day of one month to the last day of another. */
const isOpenThroughout = ({ openedOn, closedOn }: Outlet, first: number, last: number): boolean =>
  (openedOn === null || openedOn <= firstDay(first)) &&
  (closedOn === null ||
    new Date(Date.parse(closedOn) + 86_400_000).toISOString().slice(0, 10) >= firstDay(last + 1));

/** The months of an answer: those that the filters name, else the first key's periods that have a figure. */
function monthsOfAnswer(city: City, { where, groupBy }: SummaryArguments): number[] {
  const named = namedQuarters(where, allQuarters);
  if (named) return allMonths.filter((month) => named.includes(Math.floor(month / 3)));
  const first = groupBy.find((key) => ["YEAR", "QUARTER", "MONTH"].includes(key));
  const size = first === "YEAR" ? 12 : first === "QUARTER" ? 3 : 1;
  return allMonths.filter((month) =>
    city.sales.some(
      (sale) => sale.amount !== null && Math.floor(sale.month / size) === Math.floor(month / size),
    ),
  );
}

function slowly(city: City, one: SummaryArguments) {
  const { where, groupBy, totals, compareTo, likeForLike } = one;
  const months = monthsOfAnswer(city, one);
  const back = compareTo === "PREVIOUS_YEAR" ? 12 : 3;
  const saleOf = (code: string, month: number) =>
    city.sales.find((sale) => sale.outlet === code && sale.month === month)?.amount ?? null;
  const outlets = city.outlets.filter(
    ({ code, kind, pledge }) =>
      passes(where.outlet, code) &&
      passes(where.kind, kind) &&
      (where.pledge === undefined || where.pledge.includes(pledge!)),
  );
  const isInCharge = ({ pledge }: Outlet, month: number) =>
    where.department === undefined ||
    where.department.includes(inCharge(city, pledge, Math.floor(month / 3))!);
  const rows = possibleRows(groupBy, totals, {
    OUTLET: outletCodes,
    KIND: outletKinds,
    YEAR: [2023, 2024, 2025, 2026],
    QUARTER: allQuarters,
    MONTH: allMonths,
  });
  return rows.flatMap(({ level, keys }) => {
    const { OUTLET, KIND, YEAR, QUARTER, MONTH } = keys;
    const ofRow = months.filter(
      (month) =>
        (YEAR ?? Math.floor(month / 12)) === Math.floor(month / 12) &&
        (QUARTER ?? Math.floor(month / 3)) === Math.floor(month / 3) &&
        (MONTH ?? month) === month,
    );
    const compares = compareTo !== null && isComparable(one, keys);
    const alike = likeForLike && compares;
    const chosen = outlets.filter(
      (outlet) =>
        (OUTLET ?? outlet.code) === outlet.code &&
        (KIND ?? outlet.kind) === outlet.kind &&
        (!alike || isOpenThroughout(outlet, Math.min(...ofRow) - back, Math.max(...ofRow))),
    );
    const pairs = chosen.flatMap((outlet) =>
      ofRow
        .filter((month) => isInCharge(outlet, month))
        .map((month) => {
          const now = saleOf(outlet.code, month);
          const before = saleOf(outlet.code, month - back);
          const counts = !alike || (now !== null && before !== null);
          return {
            open: isOpen(outlet, month),
            openBefore: isOpen(outlet, month - back),
            hadFigure: now !== null,
            hadFigureBefore: before !== null,
            now: counts ? now : null,
            before: counts ? before : null,
          };
        }),
    );
    const exists =
      level === 0 ||
      pairs.some(
        (pair) =>
          pair.open || pair.hadFigure || (compareTo !== null && (pair.openBefore || pair.hadFigureBefore)),
      );
    if (!exists) return [];
    const sales = sum(pairs.map(({ now }) => now));
    const before = sum(pairs.map((pair) => pair.before));
    const expected = pairs.filter(({ open }) => open).length;
    const reason = expected === 0 ? "CLOSED" : sales === null ? "NOT_REPORTED" : "NO_PREVIOUS_PERIOD";
    return [
      {
        level,
        outlet: OUTLET ? { code: OUTLET } : null,
        kind: KIND ?? null,
        year: YEAR ?? null,
        quarter: QUARTER === undefined ? null : quarterText(Number(QUARTER)),
        month: MONTH === undefined ? null : formatMonth(Number(MONTH)),
        sales,
        previousSales: compares ? before : null,
        growth: compares
          ? ratio(sales === null || before === null ? null : sales - before, before, reason)
          : null,
        coverage: { reporting: pairs.filter(({ now }) => now !== null).length, expected },
        previousCoverage: compares
          ? {
              reporting: pairs.filter((pair) => pair.before !== null).length,
              expected: pairs.filter(({ openBefore }) => openBefore).length,
            }
          : null,
      },
    ];
  });
}

describe("the summary of outlet sales", () => {
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
            const { outletSalesSummary } = answer;
            expect(inOrder(outletSalesSummary.rows)).toEqual(inOrder(slowly(city, one)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
