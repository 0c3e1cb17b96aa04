import { expect, test } from "@jest/globals";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import { subjects } from "../../schema/subjects/index.ts";
import { outletTotals } from "../../schema/subjects/outlet/panels/outlet-totals.ts";
import { boards, boardsOf } from "./boards.ts";
import { panels } from "./panels.ts";

const libraryTotals: SummaryPanel = { ...outletTotals, name: "library-totals" };

test("a new subject's panel is on the board that it names, after those of the subjects before it", () => {
  const placed = boardsOf([
    ...subjects,
    { panels: [{ panel: libraryTotals, board: "outlets", width: "full" }] },
  ]);
  const namesOn = (board: string) => placed.get(board)?.panels.map(({ panel }) => panel.name);
  const before = boards.get("outlets")?.panels.map(({ panel }) => panel.name) ?? [];
  expect(before.length).toBeGreaterThan(0);
  expect(namesOn("outlets")).toEqual([...before, "library-totals"]);
});

test("a new subject's own board is in the menu at its place", () => {
  const title = { ko: "도서관", en: "Libraries" };
  const library = {
    boards: [{ name: "libraries", place: 4.5, title, description: title }],
    panels: [{ panel: libraryTotals, board: "libraries", width: "full" as const }],
  };
  const [before, after] = [[...boards.keys()].slice(0, 4), [...boards.keys()].slice(4)];
  expect([...boardsOf([library, ...subjects]).keys()]).toEqual([...before, "libraries", ...after]);
});

test("a panel that names no board is a mistake of its author, reported at once", () => {
  const misplaced = { panels: [{ panel: libraryTotals, board: "outlet", width: "full" as const }] };
  expect(() => boardsOf([misplaced])).toThrow("library-totals names the board outlet");
});

test("every board has panels, each by a name of its own", () => {
  for (const [name, board] of boards)
    expect({ name, panels: board.panels.length }).toEqual({ name, panels: expect.any(Number) });
  const declared = subjects.flatMap(({ panels: placed = [] }) => placed);
  expect(panels.size).toBe(declared.length);
  expect([...boards.values()].every((board) => board.panels.length > 0)).toBe(true);
});
