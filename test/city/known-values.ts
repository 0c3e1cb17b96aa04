import { HubError } from "../../schema/core/hub-error.ts";
import type { Data } from "../setup/ask.ts";
import type { CityHub } from "./ask-city.ts";
import type { City } from "./city.ts";
import { quarterFrom, quarterOfDay } from "./model/periods.ts";

/** Values that a query names, by filter. Quarters and months are written or numbers. */
export type NamedValues = Readonly<Record<string, unknown>>;

type Kind = "pledges" | "funding" | "courses" | "purchases" | "sales" | "targets";

/** The facts that the periods of a query reach over; of a query that is missing here, all. */
const kindsOf: Readonly<Record<string, readonly Kind[]>> = {
  pledges: ["pledges"],
  pledgeSummary: ["pledges"],
  fundingSummary: ["funding"],
  purchases: ["purchases"],
  purchaseSummary: ["purchases", "targets"],
  outletSales: ["sales"],
  outletSalesSummary: ["sales"],
  enrollments: ["courses"],
  enrollmentSummary: ["courses"],
};

/**
 * The filters of a question that name what no release of these cities ever had: the hub refuses them. `query` is the
 * root field that they are arguments of; null for those of a field below it.
 */
export function unknownFilters(
  releases: readonly City[],
  named: NamedValues,
  query: string | null,
): string[] {
  const all = <Table extends keyof City>(table: Table): City[Table] =>
    releases.flatMap((city) => city[table] as object[]) as City[Table];
  const known: Record<string, Set<unknown>> = {
    // Each test city has the same departments and pledges.
    department: new Set(["가과", "나과", "다과"]),
    pledge: new Set(["1-1", "1-2", "2-1"]),
    outlet: new Set(all("outlets").map(({ code }) => code)),
    course: new Set(all("courses").map(({ code }) => code)),
    businessNumber: new Set([
      ...all("certificates").map(({ supplier }) => supplier),
      ...all("purchases").map(({ supplier }) => supplier),
    ]),
  };
  const quartersOf: Record<Kind, () => number[]> = {
    pledges: () => all("pledges").map(({ quarter }) => quarter),
    funding: () => all("funding").map(({ quarter }) => quarter),
    courses: () => all("courses").map(({ quarter }) => quarter),
    purchases: () => all("purchases").map(({ day }) => quarterOfDay(day)),
    sales: () => all("sales").map(({ month }) => Math.floor(month / 3)),
    targets: () => all("targets").flatMap(({ year }) => [year * 4, year * 4 + 3]),
  };
  const allKinds = Object.keys(quartersOf) as Kind[];
  const ofKinds = (kinds: readonly Kind[]) => kinds.flatMap((kind) => quartersOf[kind]());
  const ofAmounts = (kinds: readonly Kind[]) =>
    kinds.includes("funding")
      ? all("funding").flatMap(({ year }) => (year === null ? [] : [year * 4, year * 4 + 3]))
      : [];
  const own = kindsOf[query ?? ""] ?? allKinds;
  // A city that has none of the kind asked for is known by its other data.
  const kinds = ofKinds(own).length > 0 ? own : allKinds;
  const ofFacts = ofKinds(kinds);
  const isUnknown: Record<string, (value: unknown) => boolean> = {
    quarter: (value) => isOutside(ofFacts, [quarterNumber(value)]),
    month: (value) => isOutside(ofFacts, [Math.floor(monthNumber(value) / 3)]),
    year: (value) =>
      isOutside(
        [...ofFacts, ...ofAmounts(kinds)],
        [0, 1, 2, 3].map((at) => Number(value) * 4 + at),
      ),
  };
  return Object.entries(named).flatMap(([filter, value]) => {
    const values = (Array.isArray(value) ? value : [value]).filter((one) => one != null);
    const wrong = values.some((one) => isUnknown[filter]?.(one) ?? known[filter]?.has(one) === false);
    return wrong ? [filter] : [];
  });
}

/** Whether all of these quarters are before the first, or all after the last, of those that there are. */
const isOutside = (present: readonly number[], quarters: readonly number[]): boolean =>
  present.length > 0 &&
  (Math.max(...quarters) < Math.min(...present) || Math.min(...quarters) > Math.max(...present));

const quarterNumber = (value: unknown): number =>
  typeof value === "string" ? quarterFrom(value) : Number(value);

function monthNumber(value: unknown): number {
  if (typeof value !== "string") return Number(value);
  const [year, month] = value.split("-").map(Number);
  return year! * 12 + month! - 1;
}

/**
 * The answer to a question with these filters; null if the hub refuses it because a filter names what it never knew.
 * Throws if it refuses another question, or answers such a one.
 */
export async function askKnown(
  hub: CityHub,
  releases: readonly City[],
  question: string,
  variables: { where?: NamedValues },
): Promise<Data | null> {
  const unknown = unknownFilters(releases, variables.where ?? {}, /\{\s*(\w+)\(/.exec(question)?.[1] ?? null);
  const answer = await hub.ask(question, variables).catch((error: unknown) => error as Error);
  if (unknown.length === 0) {
    if (answer instanceof Error) throw answer;
    return answer as Data;
  }
  if (answer instanceof HubError && unknown.some((filter) => answer.text.en.startsWith(`${filter}: `)))
    return null;
  throw new Error(`Not refused because of ${unknown}: ${JSON.stringify(answer)}`);
}
