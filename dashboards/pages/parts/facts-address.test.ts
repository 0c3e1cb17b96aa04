import { expect, test } from "@jest/globals";
import type { SummaryPanel } from "../../../schema/panels/panel.ts";
import { executionByDepartment } from "../../../schema/subjects/funding/panels/execution-by-department.ts";
import { publishedByYear } from "../../../schema/subjects/funding/panels/published-by-year.ts";
import { growthByOutlet } from "../../../schema/subjects/outlet/panels/growth-by-outlet.ts";
import { panelTableOf } from "../../panel-table/panel-table.ts";
import { factsAddress } from "./facts-address.ts";

/** Where the rows of a panel lead, for a reader who chose these. */
function addressesOf(panel: SummaryPanel, rows: object[], choices: Record<string, string>) {
  const [list = ""] = panel.rows.split(".");
  const municipality = { code: "99990", name: "표본시", synthetic: true };
  const table = panelTableOf(
    panel,
    { municipality, releases: { nodes: [] }, [list]: { rows } },
    "ko",
    choices,
  )!;
  return rows.map((_, at) => factsAddress(table, at));
}

test("a row without a department leads nowhere, as it is not what the department chosen has, nor what all have", () => {
  const rows = [{ department: { name: "가과" } }, { department: null }];
  const choices = { quarter: "2025-Q4", department: "나과" };
  expect(addressesOf(executionByDepartment, rows, choices)).toEqual([
    `/panels/pledges-behind?${new URLSearchParams({ quarter: "2025-Q4", department: "가과", municipality: "99990" })}`,
    null,
  ]);
});

test("a row without a year leads to the facts of none, where these can be chosen", () => {
  const rows = [{ year: null, source: "CITY" }];
  expect(addressesOf(publishedByYear, rows, { quarter: "2025-Q4" })).toEqual([
    "/panels/pledge-money?quarter=2025-Q4&municipality=99990&year=none&source=CITY",
  ]);
});

test("growth leads to the facts of all years, whichever was chosen", () => {
  const rows = [{ outlet: { code: "M-01", name: "가판매장" } }];
  expect(addressesOf(growthByOutlet, rows, { year: "2025" })).toEqual([
    "/panels/outlet-months?municipality=99990&outlet=M-01",
  ]);
});
