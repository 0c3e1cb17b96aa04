import { expect, test } from "@jest/globals";
import type { RateColumn } from "../../schema/panels/column.ts";
import { millionWon, money, people, rateOf, rateOfMoney } from "../../schema/panels/columns.ts";
import { cellOf } from "./cell.ts";

const rowOf = (numerator: number, denominator: number) => ({
  rate: { value: numerator / denominator, numerator, denominator, nullReason: null },
});
const partsOf = (column: RateColumn, numerator: number, denominator: number) =>
  cellOf(column, rowOf(numerator, denominator), "ko").parts;

test("the parts of a rate are told in the unit of the amounts beside it, with no more decimals than these", () => {
  const [executed, budgeted] = [81_252_800_000, 137_264_555_000];
  expect(partsOf(rateOfMoney("집행률", "Execution", "rate"), executed, budgeted)).toBe(
    "812.53 / 1,372.65억원",
  );
  expect(partsOf(rateOfMoney("우선구매율", "Rate", "rate", millionWon), 13_346_000, 154_000_000)).toBe(
    "13.35 / 154백만원",
  );
  expect(partsOf(rateOf("수료율", "Completion", "rate", people), 3, 24)).toBe("3 / 24명");
});

test.each([
  [1_750_000, 3_500_000, "1.75 / 3.5백만원"],
  [400_000, 2_000_000, "400 / 2,000천원"],
  [750, 3_000, "750 / 3,000원"],
  [1, 3, "1 / 3원"],
  [0, 3_500_000, "0 / 3.5백만원"],
  [0, 3_500_000_000, "0 / 35억원"],
  [-400_000, 137_264_555_000, "-400 / 137,264,555천원"],
  [100_000_000, 300_000_000, "1 / 3억원"],
  [99_999_999, 300_000_000, "100 / 300백만원"],
])(
  "parts too small for the unit are both told in a smaller one: %d / %d won",
  (numerator, denominator, text) => {
    expect(partsOf(rateOfMoney("집행률", "Execution", "rate"), numerator, denominator)).toBe(text);
  },
);

test("small parts are told in English too", () => {
  const column = rateOfMoney("집행률", "Execution", "rate", millionWon);
  expect(cellOf(column, rowOf(346_000, 154_000_000), "en").parts).toBe("346 / 154,000 thousand won");
});

test.each([
  [0, "0"],
  [0.004, "0.004"],
  [0.0175, "0.0175"],
  [812.528, "812.53"],
  [1372.64555, "1,372.65"],
])("an amount of %d 억원 keeps its first digits", (amount, text) => {
  expect(cellOf(money("집행액", "Executed", "executed"), { executed: amount }, "ko").text).toBe(text);
});
