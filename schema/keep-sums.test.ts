import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../test/city/ask-city.ts";
import {
  courseKinds,
  departments,
  filter,
  grouping,
  outletCodes,
  outletKinds,
  quarters,
  sources,
  states,
  years,
} from "../test/city/city.ts";
import { publishedAt } from "../test/city/store-city.ts";
import { successions } from "../test/city/successions.ts";
import { completeSums, keptSums } from "./keep-sums.ts";
import { QueryScope } from "./sql/query-scope.ts";
import { factsAt, type KeptSums, sumsAt } from "./sql/summary/kept-sums.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

/** Municipality 1 of the test cities. */
const id = 11;

/** Lines added up by all keys and by which figures they have, as texts. */
async function added({ keys, values }: KeptSums, lines: string): Promise<string[]> {
  const names = [...Object.keys(keys), ...values.map((name) => `${name} IS NULL`)];
  const sums = ["line_count", ...values].map((name) => `sum(${name})`);
  const rows: { line: string }[] = await hub.database.query(
    `SELECT json_build_array(${[...names, ...sums].join(", ")})::text AS line FROM ${lines} AS lines
     GROUP BY ${names.join(", ")} HAVING ${sums.map((sum) => `coalesce(${sum}, 0) <> 0`).join(" OR ")} ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

interface Asked {
  summary: string;
  groupBy: string[];
  where: object;
  totals: boolean;
  compareTo?: string;
}

const ratio = "{ value numerator denominator nullReason }";
const coverage = "coverage { reporting expected }";
const time = { year: filter(years), quarter: filter(quarters) };
const asked = (summary: string, keys: string[], filters: object, compares = false): fc.Arbitrary<Asked> =>
  fc.record({
    summary: fc.constant(summary),
    groupBy: grouping(keys),
    where: fc.record(filters as Record<string, fc.Arbitrary<unknown>>),
    totals: fc.boolean(),
    ...(compares && { compareTo: fc.constantFrom(undefined, "PREVIOUS_YEAR", "PREVIOUS_QUARTER") }),
  }) as fc.Arbitrary<Asked>;

const questions = fc.oneof(
  asked(
    "purchase",
    ["DEPARTMENT", "YEAR", "QUARTER", "ENTERPRISE_KIND"],
    { ...time, department: filter(departments) },
    true,
  ),
  asked(
    "outletSales",
    ["KIND", "YEAR", "QUARTER", "MONTH", "OUTLET"],
    {
      ...time,
      kind: filter(outletKinds),
      outlet: fc.option(filter(outletCodes), { nil: undefined, freq: 1 }),
    },
    true,
  ),
  asked("funding", ["DEPARTMENT", "SOURCE", "YEAR", "QUARTER", "PLEDGE"], {
    ...time,
    department: filter(departments),
    source: filter(sources),
    hasYear: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  }),
  asked("enrollment", ["KIND", "YEAR", "QUARTER", "COURSE"], { ...time, kind: filter(courseKinds) }),
  asked("pledge", ["DEPARTMENT", "STATE", "QUARTER"], {
    quarter: filter(quarters),
    department: filter(departments),
    state: filter(states),
    hasState: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  }),
);

const fields: Record<string, string> = {
  purchase: `coverage { reporting expected } rows { level department { name } year quarter enterpriseKind total qualifying rate ${ratio} target targetMet previous ${ratio} }`,
  outletSales: `rows { level outlet { code } kind year quarter month sales previousSales growth ${ratio} ${coverage} previousCoverage { reporting expected } }`,
  funding: `quarter rows { level department { name } pledge { code } source year quarter published planned secured budgeted executed share ${ratio} execution ${ratio} securing ${ratio} elapsed ${coverage} }`,
  enrollment: `rows { level course { code } kind year quarter enrolled target completed attainment ${ratio} completion ${ratio} ${coverage} }`,
  pledge: `rows { level department { name } state quarter pledges completed ${ratio} ${coverage} }`,
};

/** An answer as of a release, or what it is refused for. */
const answer = ({ summary, groupBy, totals, compareTo, where }: Asked, release: number): Promise<string> => {
  const type = `${summary[0]!.toUpperCase()}${summary.slice(1)}`;
  const more = [
    ...(summary === "purchase" ? ["basis: SOCIAL_ECONOMY"] : []),
    ...(compareTo ? [`compareTo: ${compareTo}`] : []),
  ];
  const source = `query ($where: ${type}Where) {
    ${summary}Summary(asOf: "${publishedAt(release)}", where: $where, groupBy: [${groupBy}], totals: ${totals} ${more}) { ${fields[summary]} }
  }`;
  return hub.ask(source, { where }).then((data) => JSON.stringify(data), String);
};

describe("the kept sums", () => {
  test("of every release are those of the facts that were valid then, and answer as the facts do", async () => {
    const many = fc.array(questions, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(successions, successions, many, async (releases, others, all) => {
        await hub.publish(releases, others);
        for (const [index] of releases.entries()) {
          const scope = new QueryScope([{ id, release: index + 1, summed: index + 1 }], "1");
          for (const sums of keptSums)
            expect([sums.table, await added(sums, sumsAt(sums, scope)!)]).toEqual([
              sums.table,
              await added(sums, factsAt(sums, scope)),
            ]);
        }
        const answers = async () => {
          const given: string[] = [];
          for (const [index, question] of all.entries())
            given.push(await answer(question, (index % releases.length) + 1));
          return given;
        };
        const fromSums = await answers();
        await hub.database.query("UPDATE release SET summed = false");
        expect(await answers()).toEqual(fromSums);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  test("are made anew where they were declared differently, and include what an older hub has published since", async () => {
    const [releases] = fc.sample(
      successions.filter((all) => all.length === 3),
      1,
    );
    await hub.publish(releases!);
    const scope = new QueryScope([{ id, release: 3, summed: 3 }], "1");
    const [first, second] = keptSums;
    await hub.database.query(`COMMENT ON TABLE ${first!.table} IS 'another'; TRUNCATE ${first!.table};
      UPDATE release SET summed = false WHERE number = 3;
      DELETE FROM ${second!.table} WHERE known_from = 3; UPDATE ${second!.table} SET known_to = 2147483647 WHERE known_to = 3`);
    for (const { table } of keptSums.slice(2))
      await hub.database.query(
        `DELETE FROM ${table} WHERE known_from = 3; UPDATE ${table} SET known_to = 2147483647 WHERE known_to = 3`,
      );
    await completeSums(hub.database.manager);
    for (const sums of keptSums)
      expect(await added(sums, sumsAt(sums, scope)!)).toEqual(await added(sums, factsAt(sums, scope)));
  });
});
