import { expect, test } from "@jest/globals";
import { sentence } from "./sentence.ts";

test.each([
  ["Periods: '20, '22.6.. Check.", "Periods: '20, '22.6. Check."],
  ["It is '22.6..", "It is '22.6."],
  ["“a.. b” and ‘a.. b’ stay", "“a.. b” and ‘a.. b’ stay"],
  ["wait... no, 1..2", "wait... no, 1..2"],
])("%s", (text, expected) => {
  expect(sentence({ ko: text, en: text })).toEqual({ ko: expected, en: expected });
});
