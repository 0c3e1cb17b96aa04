import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { formatQuarter } from "../../schema/core/scalars/quarter.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { type BudgetRow, budgetRows, correctedBudgetRows, lateBudgetRows } from "./budgets.ts";
import { courseRows } from "./courses.ts";
import { enterpriseRows } from "./enterprises.ts";
import { departmentName } from "./names.ts";
import {
  correctedOutletSalesRows,
  lateOutletSalesRows,
  type OutletSalesRow,
  outletSalesRows,
} from "./outlet-sales.ts";
import { pledgeRows } from "./pledges.ts";
import { correctedPurchaseRows, purchaseRows } from "./purchases.ts";
import { sampleBytes, sampleCity } from "./sample-city.ts";

const { plan, imports } = sampleCity({ seed: 7, size: 12 });

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
  for (const { files, reason } of imports) {
    const request = { files: files.map(sampleBytes), municipality: plan.code, reason: reason ?? undefined };
    expect(await importFiles(hub.database, request)).toMatchObject({
      refused: false,
      release: expect.any(Number),
    });
  }
});
afterAll(() => hub.stop());

/** Queries the sample city; `where` is a summary's filter for it. */
async function ask(question: (where: string) => string) {
  const { data, errors } = await hub.ask(`{ ${question(`municipality: ["${plan.code}"]`)} }`);
  expect(errors).toBeUndefined();
  return data;
}

const budgetKey = ({ pledge, quarter, year, source }: BudgetRow) => `${pledge} ${quarter} ${year} ${source}`;
const monthKey = ({ outlet_code, month }: OutletSalesRow) => `${outlet_code} ${month}`;

/** Rows with those of later files in the place of what they repeat. */
function latest<Row>(key: (row: Row) => string, ...files: Iterable<Row>[]): Row[] {
  return [...new Map(files.flatMap((rows) => [...rows]).map((row) => [key(row), row])).values()];
}

/** The sum of the amounts that are figures, in whole won; null if none is. */
function sumOf(amounts: (bigint | string | null)[]): number | null {
  const figures = amounts.filter((amount) => typeof amount === "bigint");
  return figures.length === 0 ? null : Number(figures.reduce((sum, amount) => sum + amount, 0n));
}

test("the city and every document of it are marked synthetic", async () => {
  const data = await ask(
    () => `municipality(code: "${plan.code}") { synthetic }
      releases(municipality: "${plan.code}") { nodes { documents { synthetic } } }`,
  );
  expect(data.municipality.synthetic).toBe(true);
  const documents = data.releases.nodes.flatMap((release: { documents: object[] }) => release.documents);
  const files = imports.flatMap((one) => one.files);
  expect(documents).toHaveLength(files.length);
  for (const document of documents) expect(document).toEqual({ synthetic: true });
});

test("the corrections are the only changes, each with both figures and the reason; late reports are none", async () => {
  const { changes } = await ask(
    (where) => `changes(where: { ${where} }) { nodes { subject measure before after reason } }`,
  );
  const changed = <Row>(key: (row: Row) => string, first: Iterable<Row>, corrected: Iterable<Row>) =>
    [...corrected].map((after) => [[...first].find((row) => key(row) === key(after))!, after] as const);
  const expected = [
    ...changed(budgetKey, [...budgetRows(plan)], correctedBudgetRows(plan)).map(([before, after]) => [
      ...["FUNDING", "executed", before.executed, after.executed],
    ]),
    ...changed(({ number }) => number, [...purchaseRows(plan)], correctedPurchaseRows(plan)).map(
      ([before, after]) => ["PURCHASE", "amount", before.amount, after.amount],
    ),
    ...changed(monthKey, [...outletSalesRows(plan)], correctedOutletSalesRows(plan)).map(
      ([before, after]) => ["OUTLET_SALES", "sales", before.amount, after.amount],
    ),
  ].map(([subject, measure, before, after]) => ({
    ...{ subject, measure, before: Number(before), after: Number(after) },
    reason: imports[2]!.reason,
  }));
  const subjects = new Set(expected.map(({ subject }) => subject));
  expect([...subjects]).toEqual(["FUNDING", "PURCHASE", "OUTLET_SALES"]);
  const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(inOrder(changes.nodes)).toEqual(inOrder(expected));
});

test("execution by source is the sum of the last word on every line", async () => {
  const quarter = plan.calendar.quarters.at(-2)!;
  const { fundingSummary } = await ask(
    (
      where,
    ) => `fundingSummary(where: { ${where}, quarter: ["${formatQuarter(quarter)}"] }, groupBy: [SOURCE]) {
      rows { source budgeted executed execution { numerator denominator } } }`,
  );
  const lines = latest(budgetKey, budgetRows(plan), lateBudgetRows(plan), correctedBudgetRows(plan)).filter(
    (line) => line.quarter === quarter,
  );
  const sources = [...new Set(lines.map(({ source }) => source))];
  expect(fundingSummary.rows).toHaveLength(sources.length);
  for (const source of sources) {
    const ofSource = lines.filter((line) => line.source === source);
    const executed = sumOf(ofSource.map((line) => line.executed));
    expect(fundingSummary.rows).toContainEqual({
      source,
      budgeted: sumOf(ofSource.map(({ budgeted }) => budgeted)),
      executed,
      execution: {
        numerator: executed,
        denominator: sumOf(
          ofSource.map((line) => (typeof line.executed === "bigint" ? line.budgeted : null)),
        ),
      },
    });
  }
});

test("the purchase rate by department and year counts certificates by their days; one target is met at equality", async () => {
  const { purchaseSummary } = await ask(
    (where) => `purchaseSummary(basis: SOCIAL_ECONOMY, where: { ${where} }, groupBy: [DEPARTMENT, YEAR]) {
      rows { department { name } year total qualifying target targetMet rate { nullReason } } }`,
  );
  const certificates = [...enterpriseRows(plan)];
  const counted = latest(({ number }) => number, purchaseRows(plan), correctedPurchaseRows(plan)).filter(
    ({ is_grant }) => !is_grant,
  );
  const qualifies = (number: string, day: string) =>
    certificates.some(
      (one) =>
        one.business_number === number &&
        one.certified_on <= day &&
        (one.expires_on === null || day <= one.expires_on),
    );
  let reported = 0;
  for (const { department, year, total, qualifying } of purchaseSummary.rows) {
    const lines = counted.filter(
      (line) => line.department === department.name && line.purchased_on.startsWith(`${year}`),
    );
    reported += lines.length;
    expect(total).toBe(sumOf(lines.map(({ amount }) => amount)));
    const social = lines.filter((line) => qualifies(line.business_number, line.purchased_on));
    expect(qualifying).toBe(total === null ? null : (sumOf(social.map(({ amount }) => amount)) ?? 0));
  }
  expect(reported).toBe(counted.length);
  const exact = purchaseSummary.rows.filter(
    (row: { department: { name: string } }) => row.department.name === departmentName(0),
  );
  expect(exact).toHaveLength(plan.calendar.years.length);
  for (const { total, qualifying, target, targetMet } of exact)
    expect([qualifying * 4, target, targetMet]).toEqual([total, 0.25, true]);
  const silent = purchaseSummary.rows.filter(
    (row: { rate: { nullReason: string } }) => row.rate.nullReason === "NOT_REPORTED",
  );
  expect(silent.length).toBeGreaterThanOrEqual(plan.calendar.years.length);
});

test("outlet sales by year are the sum of the last word on every month", async () => {
  const { outletSalesSummary } = await ask(
    (where) => `outletSalesSummary(where: { ${where} }, groupBy: [YEAR]) { rows { year sales } }`,
  );
  const months = latest(
    monthKey,
    outletSalesRows(plan),
    lateOutletSalesRows(plan),
    correctedOutletSalesRows(plan),
  );
  expect(outletSalesSummary.rows).toEqual(
    plan.calendar.years.map((year) => ({
      year,
      sales: sumOf(months.filter(({ month }) => Math.floor(month / 12) === year).map(({ amount }) => amount)),
    })),
  );
});

test("enrolments and states are counted as they were written", async () => {
  const { enrollmentSummary, pledgeSummary } = await ask(
    (where) => `enrollmentSummary(where: { ${where} }) { rows { enrolled coverage { reporting expected } } }
      pledgeSummary(where: { ${where} }, groupBy: [STATE]) { rows { state pledges } }`,
  );
  const courses = [...courseRows(plan)];
  const reporting = courses.filter(({ enrolled }) => enrolled !== null);
  const enrolled = reporting.reduce((sum, course) => sum + course.enrolled!, 0);
  expect(enrollmentSummary.rows).toEqual([
    { enrolled, coverage: { reporting: reporting.length, expected: courses.length } },
  ]);
  const last = [...pledgeRows(plan)].filter(({ quarter }) => quarter === plan.calendar.quarters.at(-1));
  const states = [...new Set(last.map(({ state }) => state))];
  expect(pledgeSummary.rows).toHaveLength(states.length);
  for (const state of states)
    expect(pledgeSummary.rows).toContainEqual({
      state,
      pledges: last.filter((pledge) => pledge.state === state).length,
    });
});
