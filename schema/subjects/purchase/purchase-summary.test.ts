import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import {
  type City,
  cities,
  departments,
  enterpriseKinds,
  filter,
  grouping,
  quarters,
} from "../../../test/city/city.ts";
import { askKnown } from "../../../test/city/known-values.ts";
import {
  inOrder,
  type Keys,
  namedQuarters,
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

const question = `query ($basis: PurchaseBasis!, $where: PurchaseWhere, $groupBy: [PurchaseDimension!], $totals: Boolean, $compareTo: Comparison) {
  purchaseSummary(basis: $basis, where: $where, groupBy: $groupBy, totals: $totals, compareTo: $compareTo) {
    coverage { reporting expected }
    rows {
      level department { name } year quarter enterpriseKind total qualifying target targetMet
      rate { value numerator denominator nullReason } previous { value numerator denominator nullReason }
    }
  }
}`;

interface SummaryArguments {
  basis: string;
  where: { department?: string[]; year?: number[]; quarter?: number[] };
  groupBy: string[];
  totals: boolean;
  compareTo: "PREVIOUS_YEAR" | "PREVIOUS_QUARTER" | null;
}

const allQuarters = [2023, 2024, 2025, 2026].flatMap((year) => [0, 1, 2, 3].map((index) => year * 4 + index));

const summaryArguments: fc.Arbitrary<SummaryArguments> = fc
  .record({
    basis: fc.constantFrom("SOCIAL_ENTERPRISE", "SOCIAL_ECONOMY"),
    where: fc.record({
      department: filter(departments),
      year: filter([2024, 2025, 2026]),
      quarter: filter(quarters),
    }),
    groupBy: grouping(["DEPARTMENT", "YEAR", "QUARTER", "ENTERPRISE_KIND"]),
    totals: fc.boolean(),
    compareTo: fc.constantFrom("PREVIOUS_YEAR" as const, "PREVIOUS_QUARTER" as const, null),
  })
  .map((one) => ({
    ...one,
    compareTo: isComparable(one, Object.fromEntries(one.groupBy.map((key) => [key, 0])))
      ? one.compareTo
      : null,
  }));

/** Whether a row with these keys is of one period that has one before it. */
function isComparable(
  { where, compareTo }: Pick<SummaryArguments, "where" | "compareTo">,
  keys: Keys,
): boolean {
  const named = namedQuarters(where, allQuarters);
  if ("QUARTER" in keys || (named && named.length <= 1)) return true;
  return compareTo === "PREVIOUS_YEAR" && ("YEAR" in keys || new Set(where.year).size === 1);
}

const quarterOf = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** Purchases as they count on a basis: with the kind that the supplier's certificates give on the day. */
function linesOf(city: City, basis: string) {
  return city.purchases.map((purchase) => {
    const counts = basis === "SOCIAL_ENTERPRISE" || !purchase.isGrant;
    const held = city.certificates
      .filter(
        ({ supplier, certifiedOn, expiresOn }) =>
          supplier === purchase.supplier &&
          certifiedOn <= purchase.day &&
          (expiresOn === null || purchase.day <= expiresOn),
      )
      .map(({ kind }) => kind);
    const kind = enterpriseKinds.find((one) => held.includes(one)) ?? null;
    const qualifies = counts && kind !== null && (basis === "SOCIAL_ECONOMY" || kind === enterpriseKinds[0]);
    return {
      department: purchase.department,
      quarter: quarterOf(purchase.day),
      kind: qualifies ? kind : null,
      amount: counts ? purchase.amount : null,
    };
  });
}

function slowly(city: City, { basis, where, groupBy, totals, compareTo }: SummaryArguments) {
  const all = linesOf(city, basis);
  const named = namedQuarters(where, allQuarters);
  const bought = allQuarters.filter((quarter) => all.some((line) => line.quarter === quarter));
  const reportedFor = named ?? bought;
  const lines = all.filter(({ department }) => passes(where.department, department));
  const targets = city.targets.filter(
    (target) =>
      target.basis === basis && target.thousandths !== null && passes(where.department, target.department),
  );
  const targetYears = targets.filter(({ year }) =>
    reportedFor.some((quarter) => Math.floor(quarter / 4) === year),
  );
  const expected = [...new Set(targetYears.map(({ department }) => department))];
  const isIncluded = (quarter: number, keys: Keys) =>
    (keys.QUARTER === undefined || keys.QUARTER === quarter) &&
    (keys.YEAR === undefined || keys.YEAR === Math.floor(quarter / 4));
  const ofDepartment = (department: string, keys: Keys) =>
    keys.DEPARTMENT === undefined || keys.DEPARTMENT === department;

  const rows = possibleRows(groupBy, totals, {
    DEPARTMENT: departments,
    YEAR: [2023, 2024, 2025, 2026],
    QUARTER: allQuarters,
    ENTERPRISE_KIND: [...enterpriseKinds, null],
  }).flatMap(({ level, keys }) => {
    const kind = keys.ENTERPRISE_KIND;
    const quartersOfRow = allQuarters.filter(
      (quarter) => (named?.includes(quarter) ?? true) && isIncluded(quarter, keys),
    );
    const counted = (back: number) =>
      lines.filter(
        ({ department, quarter }) => ofDepartment(department, keys) && quartersOfRow.includes(quarter + back),
      );
    const qualifyingOf = (some: typeof lines) =>
      sum(some.map(({ amount }) => amount)) === null
        ? null
        : (sum(
            some
              .filter((line) => line.kind !== null && (kind === undefined || line.kind === kind))
              .map(({ amount }) => amount),
          ) ?? 0);
    const present = counted(0);
    const isSilent =
      groupBy.includes("DEPARTMENT") &&
      present.length === 0 &&
      targets.some(
        ({ department, year }) =>
          ofDepartment(department, keys) &&
          quartersOfRow.some((quarter) => reportedFor.includes(quarter) && Math.floor(quarter / 4) === year),
      );
    const isReported = kind
      ? present.some((line) => line.kind === kind)
      : kind === undefined && present.length > 0;
    const exists = level === 0 || isReported || (isSilent && !kind);
    if (!exists) return [];

    const total = sum(present.map(({ amount }) => amount));
    const qualifying = qualifyingOf(present);
    const onlyDepartment =
      keys.DEPARTMENT ?? (new Set(where.department).size === 1 ? where.department![0] : undefined);
    const yearsOfRow = new Set(
      (named || keys.QUARTER || keys.YEAR ? quartersOfRow : []).map((quarter) => Math.floor(quarter / 4)),
    );
    const target =
      onlyDepartment && yearsOfRow.size === 1
        ? (targets.find(({ department, year }) => department === onlyDepartment && yearsOfRow.has(year))
            ?.thousandths ?? null)
        : null;
    const rate = ratio(qualifying, total, "NOT_REPORTED");
    const targetMet =
      target === null || rate.value === null
        ? null
        : total! > 0
          ? qualifying! * 1000 >= target * total!
          : qualifying! * 1000 <= target * total!;
    const earlier = counted(compareTo === "PREVIOUS_YEAR" ? 4 : 1);
    const previous =
      compareTo !== null && isComparable({ where, compareTo }, keys)
        ? ratio(qualifyingOf(earlier), sum(earlier.map(({ amount }) => amount)), "NO_PREVIOUS_PERIOD")
        : null;
    return [
      {
        level,
        department: keys.DEPARTMENT ? { name: keys.DEPARTMENT } : null,
        year: keys.YEAR ?? null,
        quarter: keys.QUARTER === undefined ? null : quarterText(Number(keys.QUARTER)),
        enterpriseKind: kind ?? null,
        total,
        qualifying,
        target: target === null ? null : target / 1000,
        targetMet,
        rate,
        previous,
      },
    ];
  });
  const reporting = expected.filter((department) =>
    lines.some((line) => line.department === department && reportedFor.includes(line.quarter)),
  );
  return { coverage: { reporting: reporting.length, expected: expected.length }, rows };
}

describe("the summary of purchases", () => {
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
            const { purchaseSummary } = answer;
            const slow = slowly(city, one);
            expect(inOrder(purchaseSummary.rows)).toEqual(inOrder(slow.rows));
            expect(purchaseSummary.coverage).toEqual(slow.coverage);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
