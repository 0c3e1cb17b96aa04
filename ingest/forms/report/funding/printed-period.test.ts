import { describe, expect, test } from "@jest/globals";
import { datePeriods } from "./date-periods.ts";
import { readDatedPeriod } from "./printed-period.ts";

describe("readDatedPeriod", () => {
  test.each([
    ["'19", 2019, 1, 12],
    ["2019", 2019, 1, 12],
    ["2019년도", 2019, 1, 12],
    ["'98", 1998, 1, 12],
    ["'18.7.~12.", 2018, 7, 12],
    ["'18.7~12월", 2018, 7, 12],
    ["2018.7.1.~2018.12.31.", 2018, 7, 12],
    ["2018(7~12월)", 2018, 7, 12],
    ["'18.하반기", 2018, 7, 12],
    ["2022년상반기", 2022, 1, 6],
    ["'22.1.~6.30.", 2022, 1, 6],
    ["'24.1.~2.29.", 2024, 1, 2],
  ])("reads %s as whole months", (label, year, from, to) => {
    expect(readDatedPeriod(label)).toEqual({ type: "MONTHS", year, from, to });
  });

  test.each(["'18.7.", "2018.7", "'18년7월", "'18.7.~", "'18.~7.", "~'18.7."])(
    "reads %s as one month",
    (label) => {
      expect(readDatedPeriod(label)).toEqual({ type: "ONE_MONTH", year: 2018, month: 7 });
    },
  );

  test.each([
    "계",
    "",
    "7",
    "123",
    "'18.13.",
    "'18.12.~7.",
    "'18.7.~'19.6.",
    "'18.7.2.~12.31.",
    "'18.7.~12.30.",
    "1분기",
  ])("takes %j for no period of one year", (label) => {
    expect(readDatedPeriod(label)).toBeUndefined();
  });
});

describe("datePeriods", () => {
  const dated = (...labels: string[]) =>
    datePeriods(labels.map((label) => ({ label, printed: readDatedPeriod(label)! }))).map(
      ({ start, end }) => `${start}~${end}`,
    );

  test("gives one month its other end by the years beside it, whatever the month", () => {
    expect(dated("'14.7.", "'15", "'18.6.")).toEqual([
      "2014-07-01~2014-12-31",
      "2015-01-01~2015-12-31",
      "2018-01-01~2018-06-30",
    ]);
    expect(dated("'19.4.", "'20", "'22.9.")).toEqual([
      "2019-04-01~2019-12-31",
      "2020-01-01~2020-12-31",
      "2022-01-01~2022-09-30",
    ]);
    expect(dated("'20.2.")).toEqual(["2020-01-01~2020-02-29"]);
  });
});
