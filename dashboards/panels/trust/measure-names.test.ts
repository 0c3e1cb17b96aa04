import { expect, test } from "@jest/globals";
import { feeds } from "../../../schema/feeds.ts";
import { measureOf } from "../../../seeds/publishing/feeds/feed-store.ts";
import { measureNames } from "./measure-names.ts";

test("every value of a feed that can be corrected has a name", () => {
  const correctable = feeds.flatMap(({ columns }) => columns.filter(({ key }) => !key).map(measureOf));
  expect(correctable.length).toBeGreaterThan(20);
  expect(correctable.filter((measure) => !(measure in measureNames))).toEqual([]);
});
