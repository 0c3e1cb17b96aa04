import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import {
  type City,
  cities,
  courseCodes,
  courseKinds,
  departments,
  filter,
  grouping,
  pledgeCodes,
  quarters,
} from "../../../test/city/city.ts";
import { askKnown } from "../../../test/city/known-values.ts";
import {
  inCharge,
  inOrder,
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

const question = `query ($where: EnrollmentWhere, $groupBy: [EnrollmentDimension!], $totals: Boolean) {
  enrollmentSummary(where: $where, groupBy: $groupBy, totals: $totals) {
    rows {
      level course { code name kind } kind year quarter enrolled target completed
      attainment { value numerator denominator nullReason } completion { value numerator denominator nullReason }
      coverage { reporting expected }
    }
  }
}`;

interface SummaryArguments {
  where: {
    course?: string[];
    kind?: string[];
    pledge?: string[];
    department?: string[];
    year?: number[];
    quarter?: number[];
  };
  groupBy: string[];
  totals: boolean;
}

const summaryArguments: fc.Arbitrary<SummaryArguments> = fc.record({
  where: fc.record({
    course: filter(courseCodes),
    kind: filter(courseKinds),
    pledge: filter(pledgeCodes),
    department: filter(departments),
    year: filter([2024, 2025, 2026]),
    quarter: filter(quarters),
  }),
  groupBy: grouping(["COURSE", "KIND", "YEAR", "QUARTER"]),
  totals: fc.boolean(),
});

const yearOf = (quarter: number): number => Math.floor(quarter / 4);

function slowly(city: City, { where, groupBy, totals }: SummaryArguments) {
  const selected = city.courses.filter(
    ({ code, kind, pledge, quarter }) =>
      passes(where.course, code) &&
      passes(where.kind, kind) &&
      passes(where.year, yearOf(quarter)) &&
      passes(where.quarter, quarter) &&
      (where.pledge === undefined || where.pledge.includes(pledge!)) &&
      (where.department === undefined || where.department.includes(inCharge(city, pledge, quarter)!)),
  );
  const latest = (code: string) =>
    city.courses
      .filter((course) => course.code === code)
      .sort((one, other) => other.quarter - one.quarter)[0]!;
  const rows = possibleRows(groupBy, totals, {
    COURSE: courseCodes,
    KIND: courseKinds,
    YEAR: [2024, 2025],
    QUARTER: quarters,
  });
  return rows.flatMap(({ level, keys: { COURSE, KIND, YEAR, QUARTER } }) => {
    const ofRow = selected.filter(
      ({ code, kind, quarter }) =>
        (COURSE ?? code) === code &&
        (KIND ?? kind) === kind &&
        (YEAR ?? yearOf(quarter)) === yearOf(quarter) &&
        (QUARTER ?? quarter) === quarter,
    );
    if (level > 0 && ofRow.length === 0) return [];
    const ratioOf = (above: "enrolled" | "completed", below: "target" | "enrolled", reason: string) => {
      const both = ofRow.filter((course) => course[above] !== null && course[below] !== null);
      return ratio(
        sum(both.map((course) => course[above])),
        sum(both.map((course) => course[below])),
        reason,
      );
    };
    return [
      {
        level,
        course: COURSE ? { code: COURSE, name: `과정 ${COURSE}`, kind: latest(String(COURSE)).kind } : null,
        kind: KIND ?? null,
        year: YEAR ?? null,
        quarter: QUARTER === undefined ? null : quarterText(Number(QUARTER)),
        enrolled: sum(ofRow.map(({ enrolled }) => enrolled)),
        target: sum(ofRow.map(({ target }) => target)),
        completed: sum(ofRow.map(({ completed }) => completed)),
        attainment: ratioOf(
          "enrolled",
          "target",
          ofRow.every(({ target }) => target === null) ? "NO_TARGET" : "NOT_REPORTED",
        ),
        completion: ratioOf("completed", "enrolled", "NOT_REPORTED"),
        coverage: {
          reporting: ofRow.filter(({ enrolled }) => enrolled !== null).length,
          expected: ofRow.length,
        },
      },
    ];
  });
}

describe("the summary of enrolments", () => {
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
            const { enrollmentSummary } = answer;
            expect(inOrder(enrollmentSummary.rows)).toEqual(inOrder(slowly(city, one)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
