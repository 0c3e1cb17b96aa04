import { expect, test } from "@jest/globals";
import type { Feed } from "./feed.ts";
import { inReferenceOrder } from "./reference-order.ts";

const feed = (name: string, ...references: string[]) =>
  ({ name, columns: references.map((one) => ({ field: one, references: one })) }) as unknown as Feed;
const order = (...feeds: Feed[]) => inReferenceOrder(feeds).map(({ name }) => name);

test("feeds come after those that they refer to, and otherwise stay in their order", () => {
  expect(order(feed("loan", "library", "city"), feed("city"), feed("library", "city"))).toEqual([
    "city",
    "library",
    "loan",
  ]);
  expect(order(feed("b"), feed("a", "a"), feed("c", "b"))).toEqual(["b", "a", "c"]);
});

test("a circle and a feed that is not declared are errors", () => {
  expect(() => order(feed("a", "b"), feed("b", "a"))).toThrow("a → b → a");
  expect(() => order(feed("a", "x"))).toThrow("x, which is no feed");
});
