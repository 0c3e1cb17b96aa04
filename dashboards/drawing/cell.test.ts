import { expect, test } from "@jest/globals";
import { millionWon, people, rateOf, rateOfMoney } from "../panels/columns.ts";
import type { RateColumn } from "../panels/panel.ts";
import { cellOf } from "./cell.ts";

const partsOf = (column: RateColumn, numerator: number, denominator: number) =>
  cellOf(column, { rate: { value: numerator / denominator, numerator, denominator, nullReason: null } }, "ko")
    .parts;

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
