import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { startContractHub, type TestHub } from "../test/setup/hub.ts";

const feeds = "test/contract/feeds";
const city = `municipality: ["99990"]`;
let hub: TestHub;

beforeAll(async () => {
  hub = await startContractHub();
});
afterAll(() => hub.stop());

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
async function ask(question: string): Promise<any> {
  const { data, errors } = await hub.ask(question);
  expect(errors).toBeUndefined();
  return data;
}

const total = (figures: (number | null)[]): number | null => {
  const reported = figures.filter((figure) => figure !== null);
  return reported.length === 0 ? null : reported.reduce((sum, figure) => sum + figure, 0);
};

describe("the facts behind a mark add up to it", () => {
  test("purchases by kind of enterprise, on the basis that counts all kinds", async () => {
    const { purchaseSummary } = await ask(
      `{ purchaseSummary(basis: SOCIAL_ECONOMY, groupBy: [ENTERPRISE_KIND], where: { ${city}, year: [2025] }) { rows { enterpriseKind qualifying } } }`,
    );
    const kinds = purchaseSummary.rows.filter((row: { enterpriseKind: string | null }) => row.enterpriseKind);
    expect(kinds.length).toBeGreaterThan(2);
    for (const { enterpriseKind, qualifying } of kinds) {
      const { purchases } = await ask(
        `{ purchases(where: { ${city}, year: [2025], isGrant: false, enterpriseKind: [${enterpriseKind}] }, first: 1000) { nodes { amount } } }`,
      );
      expect([
        enterpriseKind,
        total(purchases.nodes.map(({ amount }: { amount: number }) => amount)),
      ]).toEqual([enterpriseKind, qualifying]);
    }
  });

  test("sales by outlet, by kind and by month", async () => {
    for (const [key, filter, written] of [
      ["OUTLET", "outlet", (row: { outlet: { code: string } }) => JSON.stringify(row.outlet.code)],
      ["KIND", "kind", (row: { kind: string }) => row.kind],
      ["MONTH", "month", (row: { month: string }) => JSON.stringify(row.month)],
    ] as const) {
      const { outletSalesSummary } = await ask(
        `{ outletSalesSummary(groupBy: [${key}], where: { ${city}, year: [2025] }) { rows { outlet { code } kind month sales } } }`,
      );
      expect(outletSalesSummary.rows.length).toBeGreaterThan(1);
      for (const row of outletSalesSummary.rows) {
        const { outletSales } = await ask(
          `{ outletSales(where: { ${city}, year: [2025], ${filter}: [${written(row)}] }, first: 1000) { nodes { sales } } }`,
        );
        expect(total(outletSales.nodes.map(({ sales }: { sales: number | null }) => sales))).toBe(row.sales);
      }
    }
  });

  test("pledges by state and department, those without a state at the quarter included", async () => {
    for (const quarter of ["2025-Q3", "2025-Q4"]) {
      const { pledgeSummary } = await ask(
        `{ pledgeSummary(groupBy: [DEPARTMENT, STATE], where: { ${city}, quarter: ["${quarter}"] }) { rows { department { name } state pledges } } }`,
      );
      for (const { department, state, pledges: counted } of pledgeSummary.rows) {
        const where = `${city}, quarter: ["${quarter}"], department: ["${department.name}"], ${state ? `state: [${state}]` : "hasState: false"}`;
        const { pledges } = await ask(
          `{ pledges(where: { ${where} }) { totalCount nodes { statedState(quarter: "${quarter}") { state } } } }`,
        );
        expect([quarter, department.name, state, pledges.totalCount]).toEqual([
          quarter,
          department.name,
          state,
          counted,
        ]);
        for (const { statedState } of pledges.nodes) expect(statedState?.state ?? null).toBe(state);
      }
      expect(pledgeSummary.rows.some(({ state }: { state: string | null }) => state === null)).toBe(true);
    }
  });

  test("learners by course, each with the line that it stands in", async () => {
    const { enrollmentSummary } = await ask(
      `{ enrollmentSummary(groupBy: [COURSE], where: { ${city}, year: [2025] }) { rows { course { code } enrolled } } }`,
    );
    expect(enrollmentSummary.rows.length).toBeGreaterThan(1);
    for (const { course, enrolled } of enrollmentSummary.rows) {
      const { enrollments } = await ask(
        `{ enrollments(where: { ${city}, year: [2025], course: ["${course.code}"] }) { nodes { course { code } enrolled line document { name } } } }`,
      );
      expect(total(enrollments.nodes.map((node: { enrolled: number | null }) => node.enrolled))).toBe(
        enrolled,
      );
      expect(enrollments.nodes).not.toEqual([]);
      for (const { line, document } of enrollments.nodes) {
        expect(readFileSync(`${feeds}/${document.name}`, "utf8").split(/\r?\n/)[line - 1]).toContain(
          course.code,
        );
      }
    }
  });
});

test("sales and learners of a department are those behind its sums, and all departments have some between them", async () => {
  const { municipality } = await ask('{ municipality(code: "99990") { departments { name } } }');
  let some = 0;
  for (const { name } of municipality.departments) {
    const where = `where: { ${city}, year: [2025], department: ["${name}"] }`;
    const { sums, learners, outletSales, enrollments } = await ask(`{
      sums: outletSalesSummary(${where}) { rows { sales } }
      learners: enrollmentSummary(${where}) { rows { enrolled } }
      outletSales(${where}, first: 1000) { nodes { sales } }
      enrollments(${where}, first: 1000) { nodes { enrolled } }
    }`);
    expect(total(outletSales.nodes.map(({ sales }: { sales: number | null }) => sales))).toBe(
      sums.rows[0].sales,
    );
    expect(total(enrollments.nodes.map(({ enrolled }: { enrolled: number | null }) => enrolled))).toBe(
      learners.rows[0].enrolled,
    );
    some += outletSales.nodes.length + enrollments.nodes.length;
  }
  expect(some).toBeGreaterThan(0);
});

test("states change between stated states only, and each stands in its line", async () => {
  const { stateChanges } = await ask(
    `{ stateChanges(where: { ${city} }, first: 1000) { totalCount nodes { pledge { code } before { quarter state } after { quarter state citation { line document { name } } } } } }`,
  );
  const lines = iconv.decode(readFileSync(`${feeds}/03-공약.csv`), "cp949").split(/\r?\n/);
  const [heading, ...rows] = lines.filter(Boolean).map((line) => line.split(","));
  const at = (name: string) => heading!.findIndex((one) => one.endsWith(name));
  const stated = rows
    .map((row) => ({
      code: row[at("공약번호")]!,
      quarter: row[at("기준분기")]!,
      state: row[at("이행상태")]!,
    }))
    .filter(({ state }) => state !== "")
    .sort((one, other) => one.quarter.localeCompare(other.quarter));
  const changes = stated.filter(({ code, quarter, state }) => {
    const before = stated.filter((one) => one.code === code && one.quarter < quarter).at(-1);
    return before && before.state !== state;
  });
  expect(changes.length).toBeGreaterThan(0);
  expect(stateChanges.totalCount).toBe(changes.length);
  const facts = stateChanges.nodes.map(
    ({ pledge, after }: { pledge: { code: string }; after: { quarter: string } }) =>
      `${pledge.code} ${after.quarter}`,
  );
  expect(facts.sort()).toEqual(changes.map(({ code, quarter }) => `${code} ${quarter}`).sort());
  for (const { pledge, after } of stateChanges.nodes) {
    expect(lines[after.citation.line - 1]).toContain(pledge.code);
  }
});

test("a report's plan is about the quarter after it, its results about its own", async () => {
  const count = async (where: string) =>
    (await ask(`{ statements(where: { ${where} }) { totalCount } }`)).statements.totalCount;
  const plans = await count('section: [PLAN], quarter: ["2019-Q2"]');
  const results = await count('section: [THIS_QUARTER], quarter: ["2019-Q2"]');
  expect(plans).toBeGreaterThan(0);
  expect(results).toBeGreaterThan(0);
  expect(await count('aboutQuarter: ["2019-Q3"]')).toBe(plans);
  expect(await count('aboutQuarter: ["2019-Q2"]')).toBe(results);
  expect(await count('aboutQuarter: ["2019-Q2"], department: ["소상공인지원과"]')).toBe(results);
});

test("learners stated in reports come with their quote: 54 and 109 before the quarter, 78 in it, 120 planned", async () => {
  const { reportEnrollments } = await ask(
    "{ reportEnrollments { nodes { report { pledge { code } } enrollment { learners planned citation { quote } } } } }",
  );
  const facts = reportEnrollments.nodes.map(
    ({ enrollment }: { enrollment: { learners: number; planned: boolean } }) => [
      enrollment.learners,
      enrollment.planned,
    ],
  );
  expect(facts).toEqual([
    [54, false],
    [109, false],
    [78, false],
    [120, true],
  ]);
  for (const { enrollment } of reportEnrollments.nodes)
    expect(enrollment.citation.quote).toContain(String(enrollment.learners));
});
