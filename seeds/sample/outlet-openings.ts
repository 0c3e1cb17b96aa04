import { OutletKind } from "../../schema/subjects/outlet/outlet-kind.ts";
import { type Calendar, dayAfter } from "./calendar.ts";
import { outletName, pledgeCode } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { Random } from "./random.ts";

/** An outlet. `partner` is null if the city has none. */
export type OutletRow = {
  code: string;
  name: string;
  kind: OutletKind;
  opened_on: string;
  /** Null while it is open. */
  closed_on: string | null;
  partner: string | null;
  pledge: string;
};

type Opening = Pick<OutletRow, "opened_on" | "closed_on">;

const kinds = Object.values(OutletKind);
const partners = ["농협", "코레일", "시 직영", null];

/** The outlets of a city. */
export function* outletRows(city: CityPlan): Generator<OutletRow> {
  const random = new Random(city.seed, "outlet");
  for (const index of upTo(city.outlets)) {
    yield {
      code: `S${String(index + 1).padStart(2, "0")}`,
      name: outletName(index),
      kind: index === 0 ? OutletKind.PERMANENT : random.pick(kinds),
      ...openingOf(index, city.calendar, random),
      partner: random.pick(partners),
      pledge: pledgeCode(random.whole(0, city.pledges - 1)),
    };
  }
}

/** In turn: open throughout, closes during the period, opens during it, both, and closes after it. */
function openingOf(index: number, { days }: Calendar, random: Random): Opening {
  const before = dayAfter(days[0]!, -random.whole(1, 700));
  const early = days[Math.floor((days.length * random.whole(20, 40)) / 100)]!;
  const late = days[Math.floor((days.length * random.whole(60, 80)) / 100)]!;
  switch (index % 5) {
    case 1:
      return { opened_on: before, closed_on: late };
    case 2:
      return { opened_on: early, closed_on: null };
    case 3:
      return { opened_on: early, closed_on: late };
    case 4:
      return { opened_on: before, closed_on: dayAfter(days.at(-1)!, 240) };
    default:
      return { opened_on: before, closed_on: null };
  }
}
