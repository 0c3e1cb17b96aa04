import fc from "fast-check";

/** A small made-up city. Facts refer to each other by names and codes; what is blank is null. */
export interface City {
  pledges: {
    code: string;
    quarter: number;
    title: string | null;
    department: string | null;
    state: string | null;
  }[];
  funding: {
    pledge: string;
    quarter: number;
    year: number | null;
    source: string;
    phase: string;
    amount: number | null;
  }[];
  certificates: { supplier: string; kind: string; certifiedOn: string; expiresOn: string | null }[];
  purchases: {
    number: string;
    day: string;
    department: string;
    supplier: string;
    amount: number | null;
    isGrant: boolean;
  }[];
  targets: { year: number; department: string; basis: string; thousandths: number | null }[];
  outlets: {
    code: string;
    kind: string;
    openedOn: string | null;
    closedOn: string | null;
    pledge: string | null;
  }[];
  sales: { outlet: string; month: number; amount: number | null }[];
  courses: {
    code: string;
    kind: string;
    quarter: number;
    target: number | null;
    enrolled: number | null;
    completed: number | null;
    pledge: string | null;
  }[];
}

export const departments = ["가과", "나과", "다과"];
export const pledgeCodes = ["1-1", "1-2", "2-1"];
export const outletCodes = ["S1", "S2", "S3"];
export const courseCodes = ["A1", "A2", "A3"];
export const years = [2024, 2025];
export const quarters = years.flatMap((year) => [0, 1, 2, 3].map((index) => year * 4 + index));
export const enterpriseKinds = [
  "CERTIFIED_SOCIAL_ENTERPRISE",
  "PRELIMINARY_SOCIAL_ENTERPRISE",
  "SOCIAL_COOPERATIVE",
  "VILLAGE_ENTERPRISE",
  "SELF_SUPPORT_ENTERPRISE",
];
export const outletKinds = ["PERMANENT", "FLEA_MARKET", "EVENT"];
export const courseKinds = ["BASIC_ADVANCED", "OUTREACH"];
export const sources = ["NATIONAL", "PROVINCE", "CITY", "OTHER"];
export const phases = ["PUBLISHED", "PLANNED", "SECURED", "BUDGETED", "EXECUTED"];
export const states = [
  "COMPLETED",
  "COMPLETED_CONTINUING",
  "ON_TRACK",
  "PARTIAL",
  "SUSPENDED",
  "ABANDONED",
  "MERGED",
];

/** Few days, so that purchases often fall on the first or last day of a certificate. */
export const days = [
  "2024-01-31",
  "2024-02-01",
  "2024-06-30",
  "2024-12-31",
  "2025-01-01",
  "2025-02-01",
  "2025-03-31",
  "2025-08-15",
];
export const months = [
  2024 * 12,
  2024 * 12 + 1,
  2024 * 12 + 11,
  2025 * 12,
  2025 * 12 + 1,
  2025 * 12 + 4,
  2025 * 12 + 11,
];
const bounds = [
  "2023-05-10",
  "2024-01-01",
  "2024-01-15",
  "2024-12-31",
  "2025-01-01",
  "2025-02-28",
  "2025-12-31",
];

const one = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 4 });
const amount = maybe(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: -5, max: 0 }) },
  ),
);
const people = maybe(fc.integer({ min: 0, max: 9 }));

const list = <Value extends object>(
  row: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> },
  key: (value: Value) => string,
  most: number,
): fc.Arbitrary<Value[]> =>
  fc.uniqueArray(fc.record(row) as unknown as fc.Arbitrary<Value>, { selector: key, maxLength: most });

/** Cities in which blanks, silence, closed outlets, expired certificates and moved pledges are common. */
export const cities: fc.Arbitrary<City> = fc.record({
  pledges: list<City["pledges"][number]>(
    {
      code: one(pledgeCodes),
      quarter: one(quarters),
      title: maybe(one(["길", "숲", "꽃"])),
      department: maybe(one(departments)),
      state: maybe(one(states)),
    },
    ({ code, quarter }) => `${code} ${quarter}`,
    10,
  ),
  funding: list<City["funding"][number]>(
    {
      pledge: one(pledgeCodes),
      quarter: one(quarters.slice(2, 7)),
      year: fc.option(one(years), { freq: 8 }),
      source: one(sources.slice(0, 2)),
      phase: one([...phases, "BUDGETED", "EXECUTED"]),
      amount,
    },
    (line) => [line.pledge, line.quarter, line.year, line.source, line.phase].join(" "),
    40,
  ),
  certificates: list<City["certificates"][number]>(
    {
      supplier: one(["1", "2", "3"]),
      kind: one(enterpriseKinds),
      certifiedOn: one(days),
      expiresOn: maybe(one(days)),
    },
    ({ supplier, kind, certifiedOn }) => `${supplier} ${kind} ${certifiedOn}`,
    6,
  ),
  purchases: fc
    .array(
      fc.record({
        day: one(days),
        department: one(departments),
        supplier: one(["1", "2", "3", "4"]),
        amount,
        isGrant: fc.boolean(),
      }),
      { maxLength: 14 },
    )
    .map((rows) => rows.map((row, index) => ({ ...row, number: `P${index}` }))),
  targets: list<City["targets"][number]>(
    {
      year: one([...years, 2026]),
      department: one(departments),
      basis: one(["SOCIAL_ENTERPRISE", "SOCIAL_ECONOMY"]),
      thousandths: maybe(one([0, 100, 250, 500, 1000])),
    },
    ({ year, department, basis }) => `${year} ${department} ${basis}`,
    8,
  ),
  outlets: list<City["outlets"][number]>(
    {
      code: one(outletCodes),
      kind: one(outletKinds),
      openedOn: maybe(one(bounds)),
      closedOn: fc.option(one(bounds)),
      pledge: maybe(one(pledgeCodes)),
    },
    ({ code }) => code,
    3,
  ),
  sales: list<City["sales"][number]>(
    { outlet: one(outletCodes), month: one(months), amount },
    ({ outlet, month }) => `${outlet} ${month}`,
    16,
  ),
  courses: list<City["courses"][number]>(
    {
      code: one(courseCodes),
      kind: one(courseKinds),
      quarter: one(quarters),
      target: people,
      enrolled: people,
      completed: people,
      pledge: maybe(one(pledgeCodes)),
    },
    ({ code, quarter }) => `${code} ${quarter}`,
    10,
  ),
});

/** A filter: absent, or any of some values, seldom none. */
export const filter = <Value>(values: readonly Value[]): fc.Arbitrary<Value[] | undefined> =>
  fc.option(fc.uniqueArray(one(values), { maxLength: 3 }), { nil: undefined });

/** Some of the keys, in any order. */
export const grouping = (keys: readonly string[]): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...keys], { maxLength: 3 });
