import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { dash } from "../../schema/feeds/sample-rows.ts";
import { budgetRows } from "./budgets.ts";
import { quarterOfDay } from "./calendar.ts";
import { courseRows } from "./courses.ts";
import { departmentRows } from "./departments.ts";
import { type EnterpriseRow, enterpriseRows } from "./enterprises.ts";
import { outletRows } from "./outlet-openings.ts";
import { outletSalesRows } from "./outlet-sales.ts";
import { type CityPlan, planCity } from "./plan.ts";
import { pledgeRows } from "./pledges.ts";
import { purchaseRows } from "./purchases.ts";
import { targetRows } from "./targets.ts";

/** Holds for any seed, from the size on from which every peculiarity is promised. */
const everyCity = (holds: (city: CityPlan) => void) =>
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 10, max: 40 }), (seed, size) => holds(planCity({ seed, size }))),
    { numRuns: 20 },
  );

/** Rows grouped by a key. */
const grouped = <Row>(rows: Iterable<Row>, key: (row: Row) => string): Row[][] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
};

test("departments: silent with a target, buying without one, missing one quarter, exactly at the target", () =>
  everyCity((city) => {
    const purchases = [...purchaseRows(city)];
    const buying = new Set(purchases.map(({ department }) => department));
    const targets = [...targetRows(city)];
    const withTarget = new Set(targets.map(({ department }) => department));
    expect([...departmentRows(city)].map(({ name }) => name)).toEqual(
      expect.arrayContaining([...buying, ...withTarget]),
    );
    expect([...withTarget].some((department) => !buying.has(department))).toBe(true);
    expect([...buying].some((department) => !withTarget.has(department))).toBe(true);
    const quartersOf = grouped(purchases, ({ department }) => department).map(
      (rows) => new Set(rows.map(({ purchased_on }) => quarterOfDay(purchased_on))).size,
    );
    expect(Math.max(...quartersOf)).toBe(city.calendar.quarters.length);
    expect(Math.min(...quartersOf)).toBeLessThan(city.calendar.quarters.length);
    expect(purchases.some(({ is_grant }) => is_grant)).toBe(true);
    expect(purchases.some(({ amount }) => amount === null)).toBe(true);
  }));

const holdsOn = ({ certified_on, expires_on }: EnterpriseRow, day: string): boolean =>
  certified_on <= day && (expires_on === null || day <= expires_on);

test("certificates: expired ones that are still bought from, changes of kind, two at once, open ends", () =>
  everyCity((city) => {
    const firms = grouped(enterpriseRows(city), ({ business_number }) => business_number);
    const purchases = [...purchaseRows(city)];
    const boughtOn = (firm: EnterpriseRow, day: string | null) =>
      purchases.some((row) => row.business_number === firm.business_number && row.purchased_on === day);
    const all = firms.flat();
    expect(all.some(({ expires_on }) => expires_on === null)).toBe(true);
    expect(all.some((firm) => boughtOn(firm, firm.certified_on))).toBe(true);
    expect(all.some((firm) => boughtOn(firm, firm.expires_on))).toBe(true);
    const isUncovered = (firm: EnterpriseRow[]) =>
      purchases.some(
        (row) =>
          row.business_number === firm[0]!.business_number &&
          firm.every((certificate) => !holdsOn(certificate, row.purchased_on)),
      );
    expect(firms.some(isUncovered)).toBe(true);
    const inPairs = firms.filter((firm) => firm.length === 2) as [EnterpriseRow, EnterpriseRow][];
    expect(inPairs.some(([one, other]) => one.expires_on! < other.certified_on)).toBe(true);
    expect(inPairs.some(([one, other]) => holdsOn(one, other.certified_on))).toBe(true);
  }));

test("pledges: merged, abandoned, suspended, completed, handed over, renamed, without state, without a quarter", () =>
  everyCity((city) => {
    const rows = [...pledgeRows(city)];
    const states = new Set(rows.map(({ state }) => state));
    const promised = [
      "COMPLETED",
      "COMPLETED_CONTINUING",
      "MERGED",
      "ABANDONED",
      "SUSPENDED",
      "ON_TRACK",
      null,
    ];
    for (const state of promised) expect(states).toContain(state);
    const pledges = grouped(rows, ({ code }) => code);
    expect(pledges).toHaveLength(city.pledges);
    expect(pledges.some((pledge) => new Set(pledge.map(({ department }) => department)).size > 1)).toBe(true);
    expect(pledges.some((pledge) => new Set(pledge.map(({ title }) => title)).size > 2)).toBe(true);
    expect(rows.some(({ title }) => title === null)).toBe(true);
    expect(pledges.some((pledge) => pledge.length < city.calendar.quarters.length)).toBe(true);
  }));

test("budgets: blanks, dashes, true zeros, missing quarters, money carried over, more executed than budgeted", () =>
  everyCity((city) => {
    const rows = [...budgetRows(city)];
    for (const value of [null, dash, 0n]) expect(rows.some(({ executed }) => executed === value)).toBe(true);
    expect(rows.some(({ quarter, year }) => Math.floor(quarter / 4) === year + 1)).toBe(true);
    expect(rows.some(({ executed, budgeted }) => typeof executed === "bigint" && executed > budgeted)).toBe(
      true,
    );
    const lines = grouped(rows, ({ pledge, year, source }) => `${pledge} ${year} ${source}`);
    expect(lines.some((line) => line.length < 4)).toBe(true);
  }));

test("outlets: opening and closing on the way; months blank, dashed, left out, and truly without sales", () =>
  everyCity((city) => {
    const { days, months } = city.calendar;
    const outlets = [...outletRows(city)];
    const isWithin = (day: string | null) => day !== null && day > days[0]! && day < days.at(-1)!;
    expect(outlets.some(({ opened_on, closed_on }) => isWithin(opened_on) && closed_on === null)).toBe(true);
    expect(outlets.some(({ opened_on, closed_on }) => isWithin(closed_on) && opened_on < days[0]!)).toBe(
      true,
    );
    expect(outlets.some(({ closed_on }) => closed_on !== null && closed_on > days.at(-1)!)).toBe(true);
    const sales = [...outletSalesRows(city)];
    for (const value of [null, dash, 0n]) expect(sales.some(({ amount }) => amount === value)).toBe(true);
    const ofFirst = sales.filter(({ outlet_code }) => outlet_code === outlets[0]!.code);
    expect(outlets[0]).toMatchObject({ closed_on: null });
    expect(ofFirst).toHaveLength(months.length - 1);
  }));

test("courses: without target, met exactly, enrolment blank, completion dashed", () =>
  everyCity((city) => {
    const rows = [...courseRows(city)];
    const courses = grouped(rows, ({ code }) => code);
    expect(courses.some((course) => course.every(({ target }) => target === null))).toBe(true);
    expect(rows.some(({ target, enrolled }) => target !== null && target === enrolled)).toBe(true);
    expect(rows.some(({ enrolled }) => enrolled === null)).toBe(true);
    expect(rows.some(({ completed }) => completed === dash)).toBe(true);
  }));
