import { expect, test } from "@jest/globals";
import { monthName, quarterName } from "../dashboards/panel-table/period-name.ts";
import { Language } from "../schema/core/language.ts";
import { shown } from "../schema/feeds/format-value.ts";

const months = ["2018-07", "2024-02", "2025-01", "2025-09", "2025-12"];
const quarters = ["2018-Q3", "2025-Q1", "2025-Q4"];

test.each([
  ["month", monthName, months],
  ["quarter", quarterName, quarters],
] as const)("what the hub and its pages call a %s is the same", (is, nameOnPages, written) => {
  const column = { field: "at", heading: "때", type: { is } };
  for (const one of written) {
    const inHub = { ko: shown(column, one, Language.KO), en: shown(column, one, Language.EN) };
    expect(nameOnPages(one)).toEqual(inHub);
  }
});
