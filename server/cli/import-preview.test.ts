import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { syntheticNote } from "../../dashboards/panel-table/synthetic-note.ts";
import { type ImportOutcome, importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { contractCorrection } from "../../test/setup/templates.ts";
import { previewLines } from "./import-preview.ts";
import { previewPage } from "./preview-page.ts";

let copy: TestDatabase;
let database: DataSource;
let outcome: ImportOutcome;
beforeAll(async () => {
  copy = await createTestDatabase("hub_contract");
  database = await createDataSource(copy.url).initialize();
  outcome = await importFiles(database, { ...contractCorrection(), check: true });
}, 60_000);
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

test("a preview names each changed value with what it was, the difference and its cell", () => {
  const lines = previewLines({ differences: outcome.differences!, moved: [], refused: false }, {});
  expect(lines.slice(0, 3)).toEqual([
    "예산: 새 행 0, 바뀐 행 3, 그대로인 행 0, 이번에 없는 행 40",
    "Budgets: 0 new, 3 changed, 0 unchanged, 40 missing from the files",
    "  1-1-3 2025-Q4 2025 국비 집행액누계: 736,505,000원 → 662,854,000원 (-73,651,000원) [11-예산-정정.csv:2:8]",
  ]);
  expect(lines.at(-1)).toContain("No figure of a board would move.");
  // 43 lines are of the quarter.
  expect(lines.filter((line) => line.includes("이번에 없음"))).toHaveLength(20);
  expect(lines).toContain("  … 20건 더 / 20 more");
});

test("the same as JSON, one object a line", () => {
  const lines = previewLines(
    { differences: outcome.differences!, moved: [], refused: false },
    { json: true },
  ).map((line) => JSON.parse(line));
  expect(lines[0]).toEqual({
    ...{ difference: "rows", feed: "budget", title: { ko: "예산", en: "Budgets" } },
    ...{ added: 0, changed: 3, unchanged: 0, changedCells: 3, missing: 40 },
    otherPeriods: expect.any(Number),
  });
  expect(lines[1]).toEqual({
    ...{ difference: "cell", feed: "budget", key: "1-1-3 2025-Q4 2025 국비", measure: "executed" },
    ...{ name: { ko: "집행액누계", en: "executed" }, before: 736_505_000, after: 662_854_000 },
    ...{ change: -73_651_000, beforeText: "736,505", afterText: "662,854" },
    ...{ document: "11-예산-정정.csv", sheet: null, line: 2, column: 8, quote: "662,854" },
  });
  expect(lines.filter(({ difference }) => difference === "missing")).toHaveLength(40);
});

test("the same as a page that says whose data it is, with every text escaped", () => {
  const page = previewPage({
    outcome: { ...outcome, findings: [] },
    moved: [],
    municipality: { code: "99990", name: "표본시", synthetic: true },
    files: ["<정정>.csv"],
    checkedAt: new Date("2026-11-28T00:00:00Z"),
  });
  expect(page).toContain(syntheticNote.ko);
  expect(page).toContain("&lt;정정&gt;.csv");
  for (const text of ["1-1-3 2025-Q4 2025 국비", "736,505,000원", "662,854,000원", "-73,651,000원"])
    expect(page).toContain(`<td>${text}</td>`);
  expect(page).not.toMatch(/(?:src|href)=/);
});

test("what a refused import would change is said to be that, in each form", () => {
  const { differences } = outcome;
  const [head] = previewLines({ differences: differences!, moved: null, refused: true }, {});
  expect(head).toContain("This would be refused.");
  const forReason = previewLines({ differences: differences!, moved: [], refused: true }, {});
  expect(forReason[0]).toContain("with a --reason");
  const lines = previewLines({ differences: differences!, moved: null, refused: true }, { json: true });
  expect(lines.map((line) => JSON.parse(line).refused)).toEqual(lines.map(() => true));
  const page = previewPage({
    outcome: { ...outcome, refused: true },
    ...{ moved: null, municipality: null, files: [], checkedAt: new Date("2026-11-28T00:00:00Z") },
  });
  expect(page).toContain("읽을 수 있는 줄만 견준 것");
  expect(page).toContain("662,854,000원");
  expect(page).not.toContain("달라지는 대시보드 수치 ");
});
