import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../../test/city/ask-city.ts";
import { type City, cities, departments } from "../../test/city/city.ts";
import { publishedAt } from "../../test/city/store-city.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

const page = "totalCount pageInfo { hasNextPage endCursor }";

const onePage = `query ($first: Int, $after: String) {
  municipality {
    departments { name purchases(first: $first, after: $after, where: { isGrant: false }) { ${page} nodes { number } } }
  }
}`;

const nothing: City = {
  pledges: [],
  funding: [],
  certificates: [],
  purchases: [],
  targets: [],
  outlets: [],
  sales: [],
  courses: [],
};

describe("links between facts", () => {
  test("come in pages that hold each of them once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(cities, fc.integer({ min: 1, max: 5 }), async (city, first) => {
        await hub.publish([city]);
        for (const department of departments) {
          const bought = city.purchases.filter(
            (purchase) => purchase.department === department && !purchase.isGrant,
          );
          bought.sort((one, other) => (`${one.day} ${one.number}` < `${other.day} ${other.number}` ? -1 : 1));
          const numbers: string[] = [];
          for (let after: string | null = null, more = true; more; ) {
            const answer = await hub.ask(onePage, { first, after });
            const ofOne = answer.municipality.departments.find(
              ({ name }: { name: string }) => name === department,
            );
            const { totalCount, nodes, pageInfo } = ofOne.purchases;
            expect(totalCount).toBe(bought.length);
            numbers.push(...nodes.map(({ number }: { number: string }) => number));
            [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
          }
          expect(numbers).toEqual(bought.map(({ number }) => number));
        }
      }),
      { numRuns: 10 },
    );
  });

  test("are those of the release that the answer is of", async () => {
    const [before, after] = [2, 3].map((amount) => ({
      ...nothing,
      purchases: [
        { number: "P1", day: "2025-01-10", department: "가과", supplier: "1", amount, isGrant: false },
      ],
    }));
    await hub.publish([before!, after!]);
    const amounts = `{ departments { name purchases { nodes { amount department { purchases { nodes { amount } } } } } } }`;
    const { then, now } = await hub.ask(
      `{ then: municipality(asOf: "${publishedAt(1)}") ${amounts} now: municipality ${amounts} }`,
    );
    const expected = (amount: number) => ({
      name: "가과",
      purchases: { nodes: [{ amount, department: { purchases: { nodes: [{ amount }] } } }] },
    });
    expect(then.departments).toContainEqual(expected(2));
    expect(now.departments).toContainEqual(expected(3));
  });
});
