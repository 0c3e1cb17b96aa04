import { describe, expect, test } from "@jest/globals";
import { fundingByYear } from "../../schema/subjects/funding/panels/funding-by-year.ts";
import { fundingAnswer, fundingRows } from "../../test/setup/funding-answer.ts";
import { crossTable } from "./cross-table.ts";
import { crossTableCaption } from "./cross-table-caption.ts";
import { periodName } from "./period-name.ts";

const tableOf = (rows = fundingRows()) => {
  const table = crossTable(fundingByYear, fundingAnswer(rows));
  if (!table) throw new Error("The answer has rows.");
  return table;
};

/** The rows with one period's cells blank and unproved. */
const withoutPeriod = (label: string) =>
  fundingRows().map((row) => (row.period.label === label ? { ...row, amount: null, state: "BLANK" } : row));

describe("the figures of the real report", () => {
  test("stand in the order of the document, with the totals that it prints", () => {
    const { periods, totals, total, documents, quarter } = tableOf();
    const won = [0, 625_000_000, 820_000_000, 820_000_000, 820_000_000, 820_000_000, 0];
    expect(periods.map(({ total: { amount } }) => amount)).toEqual(won);
    expect(periods.map(({ period }) => periodName(period).ko)).toEqual([
      ...["기투자", "2018 하반기", "2019", "2020", "2021", "2022 상반기", "임기후"],
    ]);
    expect(totals.map(({ amount }) => amount)).toEqual([106_500_000, 46_000_000, 3_752_500_000, 0]);
    expect(total).toEqual({ amount: 3_905_000_000, complete: true });
    expect(quarter).toBe("2019-Q2");
    expect(documents).toHaveLength(1);
  });

  test("are summed up in a sentence with the parts of each share", () => {
    // 680 / 820 = 0.8293, 3752.5 / 3905 = 0.9610
    expect(crossTableCaption(tableOf()).ko).toBe(
      "2019: 820백만원 중 시비 680백만원(82.9%). 전체 기간: 3,905백만원 중 시비 3,752.5백만원(96.1%).",
    );
  });
});

describe("what is not reported", () => {
  test("is no 0: a sum over nothing is null, a sum over part says so", () => {
    const { periods, total } = tableOf(withoutPeriod("'19"));
    expect(periods[2]?.total).toEqual({ amount: null, complete: false });
    expect(total).toEqual({ amount: 3_085_000_000, complete: false });
  });

  test("is said in the sentence", () => {
    expect(crossTableCaption(tableOf(withoutPeriod("'19"))).ko).toMatch(
      /^2019: 미보고\. 전체 기간: 3,085백만원 .*일부 미보고/,
    );
  });

  test("has no table at all where the answer has no rows", () => {
    expect(crossTable(fundingByYear, fundingAnswer([]))).toBeNull();
  });
});

test("two figures for one place are refused rather than added up or hidden", () => {
  const rows = fundingRows();
  expect(() => tableOf([...rows, rows[2]!])).toThrow("no single place");
});
