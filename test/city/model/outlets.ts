import type { City } from "../city.ts";
import { inCharge, passes } from "../slow-sums.ts";
import { sorted } from "./order.ts";
import { isInPeriod, monthText } from "./periods.ts";
import { type At, type Fields, type Place, pageOf, pageOfRow, placesAsOf, type World } from "./place.ts";
import { type PledgeAsOf, pledgeAt } from "./pledges.ts";

type OutletRow = At<City["outlets"][number]>;
type MonthRow = At<City["sales"][number]>;

/** The outlets, by code. */
const outletsOf = (at: Place): OutletRow[] =>
  sorted(
    at.city.outlets.map((row) => ({ ...row, at })),
    ({ code }) => code,
  );

const outletOf = ({ at, outlet }: MonthRow): OutletRow | undefined =>
  outletsOf(at).find(({ code }) => code === outlet);

const monthsOf = (at: Place): MonthRow[] =>
  sorted(
    at.city.sales.map((row) => ({ ...row, at })),
    ({ month }) => month,
    ({ outlet }) => outlet,
  );

export const outletFields: Fields = {
  code: ({ code }: OutletRow) => code,
  name: ({ code }: OutletRow) => `판매장 ${code}`,
  kind: ({ kind }: OutletRow) => kind,
  openedOn: ({ openedOn }: OutletRow) => openedOn,
  closedOn: ({ closedOn }: OutletRow) => closedOn,
  partner: () => null,
  pledge: ({ at, pledge }: OutletRow) => pledgeAt(at, pledge, null),
  sales: ({ at, code }: OutletRow, values) =>
    pageOfRow(at, values, (place) =>
      monthsOf(place).filter(
        ({ outlet, month }) => outlet === code && isInPeriod(values.where ?? {}, Math.floor(month / 3)),
      ),
    ),
};

export const outletsOfPledge: Fields = {
  outlets: ({ at, code }: PledgeAsOf) => outletsOf(at).filter(({ pledge }) => pledge === code),
};

export const outletMonthFields: Fields = {
  month: ({ month }: MonthRow) => monthText(month),
  sales: ({ amount }: MonthRow) => amount,
  enterprises: () => null,
  outlet: outletOf,
};

export const outletQueries: Fields = {
  outlets: (world: World, { where, asOf, ...values }) =>
    pageOf(placesAsOf(world, where?.municipality ?? ["1"], asOf), values, (scope) =>
      scope
        .flatMap(outletsOf)
        .filter(({ kind, pledge }) => passes(where?.kind, kind) && passes(where?.pledge, pledge)),
    ),
  outletSales: (world: World, { where, asOf, ...values }) =>
    pageOf(placesAsOf(world, where?.municipality ?? ["1"], asOf), values, (scope) =>
      sorted(
        scope.flatMap(monthsOf).filter((row) => {
          const outlet = outletOf(row);
          const quarter = Math.floor(row.month / 3);
          return (
            outlet &&
            passes(where?.outlet, row.outlet) &&
            passes(where?.month, monthText(row.month)) &&
            passes(where?.kind, outlet.kind) &&
            passes(where?.pledge, outlet.pledge) &&
            passes(where?.department, inCharge(row.at.city, outlet.pledge, quarter)) &&
            isInPeriod(where ?? {}, quarter)
          );
        }),
        ({ month }) => month,
      ),
    ),
};
