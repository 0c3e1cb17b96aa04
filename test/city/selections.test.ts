import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { HubError } from "../../schema/core/hub-error.ts";
import { type CityHub, startCityHub } from "./ask-city.ts";
import { askModel, gapsOfModel } from "./model/model.ts";
import { namesUnknown, rootFields } from "./selections/named-values.ts";
import { printQuery } from "./selections/print-query.ts";
import { selections } from "./selections/selection.ts";
import { successions } from "./successions.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

/** The JSON text of the hub's answer, or the code of its error. */
const answerOrRefusal = (source: string, variables: object): Promise<string> =>
  hub.ask(source, variables).then(
    (answer) => JSON.stringify(answer, null, 1),
    (error: HubError) => error.code ?? Promise.reject(error),
  );

/** Two cities, and queries about them: several, as publishing takes longer than asking. */
const worlds = fc
  .tuple(successions, successions, fc.array(selections, { minLength: 5, maxLength: 5 }))
  .map(([releases, others, queries]) => ({
    releases,
    others,
    queries: queries.map((query) => printQuery(query, { 1: releases.length, 2: others.length })),
  }));

describe("any selection of the schema", () => {
  test("is within what the model answers or leaves out", () => {
    expect(gapsOfModel()).toEqual([]);
  });

  test("is answered as plain loops over the city answer it", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ({ releases, others, queries }) => {
        await hub.publish(releases, others);
        const world = [
          { code: "1", releases },
          { code: "2", releases: others },
        ];
        for (const { source, variables } of queries) {
          expect(await answerOrRefusal(source, variables)).toBe(
            namesUnknown(world, await rootFields(source, variables))
              ? "BAD_USER_INPUT"
              : await askModel(world, source, variables),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
