import { dayAfter, quarterOfDay } from "./calendar.ts";
import { departmentRole } from "./departments.ts";
import { enterpriseNumber, middleDay, notableEnterprises, ordinaryFirmNumber } from "./enterprises.ts";
import { departmentName } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { Random } from "./random.ts";

/** A purchase. `amount` is in whole won, null if blank. */
export type PurchaseRow = {
  number: string;
  purchased_on: string;
  department: string;
  business_number: string;
  category: string;
  amount: bigint | null;
  is_grant: boolean;
};

type UnnumberedPurchase = Omit<PurchaseRow, "number">;

const categories = ["물품", "용역", "공사"];
const grants = "보조금";
/** A department that buys throughout and has no special role. */
const ordinaryDepartment = departmentName(4);

/** The purchases of a city one by one, however many: only one is in memory at a time. */
export function* purchaseRows(city: CityPlan): Generator<PurchaseRow> {
  let index = 0;
  for (const purchase of purchasesOf(city)) {
    if (index >= city.purchases) return;
    yield { number: `B${purchase.purchased_on.slice(0, 4)}-${String(index).padStart(7, "0")}`, ...purchase };
    index += 1;
  }
}

/** The first purchase that is a grant, with a digit too many in its amount taken away. */
export function* correctedPurchaseRows(city: CityPlan): Generator<PurchaseRow> {
  for (const row of purchaseRows(city)) {
    if (!row.is_grant || row.amount === null) continue;
    yield { ...row, amount: row.amount / 10n };
    return;
  }
}

function* purchasesOf(city: CityPlan): Generator<UnnumberedPurchase> {
  yield* notablePurchases(city);
  const random = new Random(city.seed, "purchase");
  const { days, quarters } = city.calendar;
  const enterprises = [...upTo(city.enterprises)].map(enterpriseNumber);
  const firms = [...upTo(city.ordinaryFirms)].map(ordinaryFirmNumber);
  const departments = [...upTo(city.departments)].map((at) => ({
    role: departmentRole(at),
    name: departmentName(at),
  }));
  const buyers = departments.filter(({ role }) => role !== "silent");
  const missedQuarter = quarters.at(-3);
  while (true) {
    const day = random.pick(days);
    const buyer = random.pick(buyers);
    const amount = BigInt(random.whole(1, 9_999) * 10 ** random.whole(2, 3));
    if (buyer.role === "meets target exactly") {
      yield* exactPurchases(day, amount);
      continue;
    }
    const isAway = buyer.role === "misses a quarter" && quarterOfDay(day) === missedQuarter;
    const isGrant = random.chance(7);
    yield {
      purchased_on: day,
      department: isAway ? ordinaryDepartment : buyer.name,
      business_number: random.chance(30) ? random.pick(enterprises) : random.pick(firms),
      category: isGrant ? grants : random.pick(categories),
      amount: random.chance(1) ? null : amount,
      is_grant: isGrant,
    };
  }
}

/** Two purchases, a quarter of their sum from a certified social enterprise: the rate is exactly 0.25 on both bases. */
function* exactPurchases(day: string, amount: bigint): Generator<UnnumberedPurchase> {
  const purchase = { purchased_on: day, department: departmentName(0), category: "물품", is_grant: false };
  const certified = enterpriseNumber(notableEnterprises.alwaysCertified);
  yield { ...purchase, business_number: certified, amount };
  yield { ...purchase, business_number: ordinaryFirmNumber(0), amount: amount * 3n };
}

/** Purchases on and next to the first and last days of certificates, and one of each rare case. */
function* notablePurchases({ calendar }: CityPlan): Generator<UnnumberedPurchase> {
  const middle = middleDay(calendar);
  const dayBefore = dayAfter(middle, -1);
  const dayBehind = dayAfter(middle, 1);
  const { expires, changesKind, ofTwoKinds, certifiedLater } = notableEnterprises;
  const days: [number, string][] = [
    ...([
      [expires, middle],
      [expires, dayBehind],
      [changesKind, middle],
      [changesKind, dayBehind],
    ] as [number, string][]),
    ...([
      [ofTwoKinds, middle],
      [certifiedLater, dayBefore],
      [certifiedLater, middle],
    ] as [number, string][]),
  ];
  const purchase = { department: ordinaryDepartment, category: "용역", is_grant: false };
  for (const [index, day] of days)
    yield { ...purchase, purchased_on: day, business_number: enterpriseNumber(index), amount: 1_234_560n };
  const grant = { ...purchase, category: grants, is_grant: true, business_number: enterpriseNumber(0) };
  yield { ...grant, purchased_on: dayBefore, amount: 30_000_000n };
  yield { ...purchase, purchased_on: dayBefore, business_number: enterpriseNumber(0), amount: null };
  for (const year of calendar.years) yield* exactPurchases(`${year}-05-15`, 2_500_000n);
}
