import { type City, enterpriseKinds } from "../city.ts";
import { passes } from "../slow-sums.ts";
import { sorted } from "./order.ts";
import { isInPeriod, quarterOfDay } from "./periods.ts";
import {
  type Arguments,
  type At,
  type Fields,
  type Place,
  pageOf,
  pageOfRow,
  placesAsOf,
  type World,
} from "./place.ts";
import { departmentOf, pledgesAt } from "./pledges.ts";

type PurchaseRow = At<City["purchases"][number]>;
type CertificateRow = City["certificates"][number];
type Department = At<{ name: string }>;
/** An enterprise by its latest certificate. */
type Enterprise = At<CertificateRow>;

const rank = ({ kind }: CertificateRow): number => enterpriseKinds.indexOf(kind);
const isValidOn = ({ certifiedOn, expiresOn }: CertificateRow, day: string): boolean =>
  certifiedOn <= day && (expiresOn === null || day <= expiresOn);

const certificatesOf = ({ city }: Place, supplier: string): CertificateRow[] =>
  sorted(
    city.certificates.filter((row) => row.supplier === supplier),
    ({ certifiedOn }) => certifiedOn,
    rank,
  );

function enterpriseOf(at: Place, supplier: string): Enterprise | null {
  const certificates = certificatesOf(at, supplier);
  const latest = certificates.find(({ certifiedOn }) => certifiedOn === certificates.at(-1)!.certifiedOn);
  return latest ? { ...latest, at } : null;
}

/** The kind that a purchase counts as; null if the supplier held no certificate on the day. */
const kindOf = ({ at, supplier, day }: PurchaseRow): string | null =>
  sorted(
    certificatesOf(at, supplier).filter((row) => isValidOn(row, day)),
    rank,
  )[0]?.kind ?? null;

const isKept = (row: PurchaseRow, filter: Arguments): boolean =>
  passes(filter.department, row.department) &&
  passes(filter.businessNumber, row.supplier) &&
  passes(filter.enterpriseKind, kindOf(row)) &&
  (filter.isGrant == null || filter.isGrant === row.isGrant) &&
  isInPeriod(filter, quarterOfDay(row.day));

const orders: Record<string, (row: PurchaseRow) => number | null> = {
  DATE_ASC: ({ day }) => Date.parse(day),
  DATE_DESC: ({ day }) => -Date.parse(day),
  AMOUNT_DESC: ({ amount }) => (amount === null ? null : -amount),
};

const listed = (scope: readonly Place[], { where, orderBy }: Arguments): PurchaseRow[] =>
  sorted(
    scope
      .flatMap((at) => at.city.purchases.map((row) => ({ ...row, at })))
      .filter((row) => isKept(row, where ?? {})),
    orders[orderBy]!,
    ({ number }) => number,
  );

export const departmentFields: Fields = {
  name: ({ name }: Department) => name,
  municipality: ({ at }: Department) => at,
  pledges: ({ at, name }: Department, values) =>
    pageOfRow(at, values, (place) =>
      pledgesAt(place, null).filter((pledge) => departmentOf(pledge) === name),
    ),
  purchases: ({ at, name }: Department, values) =>
    pageOfRow(at, values, (place) => listed([place], values).filter(({ department }) => department === name)),
  targets: ({ at, name }: Department, { where, ...values }) =>
    pageOfRow(at, values, ({ city }) =>
      sorted(
        city.targets.filter(
          ({ department, year, basis }) =>
            department === name && passes(where?.year, year) && passes(where?.basis, basis),
        ),
        ({ year }) => year,
        ({ basis }) => ["SOCIAL_ENTERPRISE", "SOCIAL_ECONOMY"].indexOf(basis),
      ),
    ),
};

export const purchaseTargetFields: Fields = {
  year: ({ year }) => year,
  basis: ({ basis }) => basis,
  rate: ({ thousandths }) => (thousandths === null ? null : thousandths / 1000),
};

export const purchaseFields: Fields = {
  number: ({ number }: PurchaseRow) => number,
  purchasedOn: ({ day }: PurchaseRow) => day,
  department: ({ at, department }: PurchaseRow) => ({ at, name: department }),
  businessNumber: ({ supplier }: PurchaseRow) => supplier,
  enterprise: ({ at, supplier }: PurchaseRow) => enterpriseOf(at, supplier),
  category: () => "물품",
  amount: ({ amount }: PurchaseRow) => amount,
  isGrant: ({ isGrant }: PurchaseRow) => isGrant,
};

export const certificateFields: Fields = {
  name: ({ supplier }: CertificateRow) => `기업 ${supplier}`,
  kind: ({ kind }: CertificateRow) => kind,
  certifiedOn: ({ certifiedOn }: CertificateRow) => certifiedOn,
  expiresOn: ({ expiresOn }: CertificateRow) => expiresOn,
};

export const enterpriseFields: Fields = {
  businessNumber: ({ supplier }: Enterprise) => supplier,
  name: ({ supplier }: Enterprise) => `기업 ${supplier}`,
  certificates: ({ at, supplier }: Enterprise, values) =>
    pageOfRow(at, values, (place) => certificatesOf(place, supplier)),
  purchases: ({ at, supplier }: Enterprise, values) =>
    pageOfRow(at, values, (place) => listed([place], values).filter((row) => row.supplier === supplier)),
};

export const purchaseQueries: Fields = {
  purchases: (world: World, values) =>
    pageOf(placesAsOf(world, values.where?.municipality ?? ["1"], values.asOf), values, (scope) =>
      listed(scope, values),
    ),
  enterprises: (world: World, { where, asOf, ...values }) =>
    pageOf(placesAsOf(world, where?.municipality ?? ["1"], asOf), values, (scope) =>
      sorted(
        scope.flatMap((at) => {
          const suppliers = new Set(
            at.city.certificates
              .filter((row) => where?.certifiedOn == null || isValidOn(row, where.certifiedOn))
              .filter(
                ({ kind, supplier }) => passes(where?.kind, kind) && passes(where?.businessNumber, supplier),
              )
              .map(({ supplier }) => supplier),
          );
          return [...suppliers].map((supplier) => enterpriseOf(at, supplier)!);
        }),
        ({ supplier }) => supplier,
      ),
    ),
};
