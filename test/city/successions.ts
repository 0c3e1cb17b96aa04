import fc from "fast-check";
import { type City, cities } from "./city.ts";

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What no two rows of a table have the same. */
const keys: Readonly<Record<keyof City, readonly string[]>> = {
  pledges: ["code", "quarter"],
  funding: ["pledge", "quarter", "year", "source", "phase"],
  certificates: ["supplier", "kind", "certifiedOn"],
  purchases: ["number"],
  targets: ["year", "department", "basis"],
  outlets: ["code"],
  sales: ["outlet", "month"],
  courses: ["code", "quarter"],
};

/** What a city may publish, release after release: most rows stay, some are corrected, new or gone. */
export const successions: fc.Arbitrary<City[]> = fc
  .array(cities, { minLength: 1, maxLength: 3 })
  .map((drafts) => {
    const releases: City[] = [];
    for (const draft of drafts) {
      const last = releases.at(-1);
      releases.push(withKnownPledges(last ? corrected(last, draft) : draft));
    }
    return releases;
  });

/** The release after another: of each table some rows are gone, and half of a draft's are put in their place. */
function corrected(last: City, draft: City): City {
  const tables = (Object.keys(keys) as (keyof City)[]).map((table) => [
    table,
    mixed(last[table], draft[table], keys[table]),
  ]);
  return Object.fromEntries(tables) as unknown as City;
}

function mixed(last: readonly Row[], draft: readonly Row[], key: readonly string[]): Row[] {
  const keyOf = (row: Row) => JSON.stringify(key.map((name) => row[name]));
  const changed = new Map(draft.filter((_, index) => index % 2 === 0).map((row) => [keyOf(row), row]));
  const unchanged = last.filter((row, index) => index % 5 !== 4 && !changed.has(keyOf(row)));
  return [...unchanged, ...changed.values()];
}

/** Money is of pledges that are known by its quarter, as the hub requires it. */
const withKnownPledges = (city: City): City => ({
  ...city,
  funding: city.funding.filter(({ pledge, quarter }) =>
    city.pledges.some((row) => row.code === pledge && row.quarter <= quarter),
  ),
});
