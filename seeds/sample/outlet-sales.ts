import type { MonthNumber } from "../../schema/core/scalars/month.ts";
import { dash } from "../../schema/feeds/sample-rows.ts";
import { monthOfDay } from "./calendar.ts";
import { type OutletRow, outletRows } from "./outlet-openings.ts";
import type { CityPlan } from "./plan.ts";
import { Random } from "./random.ts";
import type { SampleAmount } from "./sample-amount.ts";

/** The sales of an outlet in a month, in whole won. */
export type OutletSalesRow = {
  outlet_code: string;
  month: MonthNumber;
  amount: SampleAmount;
  enterprises: number;
};

/** Irregular months of the first outlet, counted from the end. */
const lastMonth = -1;
const lateMonth = -2;
const missingMonth = -4;
const monthWithoutSales = -5;
const dashedMonth = -6;

/** Sales by outlet and month as first reported, for the months in which an outlet was open. */
export function* outletSalesRows(city: CityPlan): Generator<OutletSalesRow> {
  for (const outlet of outletRows(city)) yield* salesOf(city, outlet);
}

/** The month of the first outlet that was blank at first. */
export function* lateOutletSalesRows(city: CityPlan): Generator<OutletSalesRow> {
  const sales = firstOutletSales(city, lateMonth);
  yield { ...sales, amount: 3_456_000n };
}

/** The last month of the first outlet, ten times too high at first. */
export function* correctedOutletSalesRows(city: CityPlan): Generator<OutletSalesRow> {
  const sales = firstOutletSales(city, lastMonth);
  if (typeof sales.amount === "bigint") yield { ...sales, amount: sales.amount / 10n };
}

function firstOutletSales(city: CityPlan, fromEnd: number): OutletSalesRow {
  const month = city.calendar.months.at(fromEnd);
  return [...salesOf(city, firstOutlet(city))].find((sales) => sales.month === month)!;
}

const firstOutlet = (city: CityPlan): OutletRow => outletRows(city).next().value!;

function* salesOf(city: CityPlan, outlet: OutletRow): Generator<OutletSalesRow> {
  const random = new Random(city.seed, `sales ${outlet.code}`);
  const { months } = city.calendar;
  const isFirst = outlet.code === firstOutlet(city).code;
  const opened = monthOfDay(outlet.opened_on);
  const closed = outlet.closed_on === null ? months.at(-1)! : monthOfDay(outlet.closed_on);
  for (const [index, month] of months.entries()) {
    if (month < opened || month > closed) continue;
    const fromEnd = index - months.length;
    const isMissing = random.chance(4);
    const amount = salesAmount(random);
    const enterprises = random.whole(2, 14);
    const sales = { outlet_code: outlet.code, month, amount, enterprises };
    if (!isFirst) {
      if (!isMissing) yield sales;
    } else if (fromEnd !== missingMonth) {
      yield { ...sales, amount: firstOutletAmount(fromEnd, BigInt(random.whole(400, 900)) * 10_000n) };
    }
  }
}

function firstOutletAmount(fromEnd: number, drawn: bigint): SampleAmount {
  if (fromEnd === lateMonth) return null;
  if (fromEnd === dashedMonth) return dash;
  if (fromEnd === monthWithoutSales) return 0n;
  return fromEnd === lastMonth ? drawn * 10n : drawn;
}

function salesAmount(random: Random): SampleAmount {
  const drawn = random.whole(1, 100);
  const amount = BigInt(random.whole(200, 9_500)) * 1_000n;
  if (drawn <= 3) return null;
  if (drawn <= 5) return dash;
  return drawn <= 8 ? 0n : amount;
}
