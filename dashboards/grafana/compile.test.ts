import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { panels } from "../panels/panels.ts";
import type { VariableQuery } from "./board-variables.ts";
import { boardFile, boardText } from "./compile.ts";
import type { InfinityTarget } from "./infinity-target.ts";
import { type BoardChoices, interpolate, runTarget } from "./run-target.ts";

interface Board {
  schemaVersion: number;
  timezone: string;
  templating: { list: { name: string; type: string; query: VariableQuery | string }[] };
  panels: { id: number; type: string; targets: InfinityTarget[] }[];
}

const boards = [...panels.values()].map((panel) => ({
  name: panel.name,
  file: boardFile(panel),
  text: boardText(panel),
  board: JSON.parse(boardText(panel)) as Board,
}));

const variablesOf = (board: Board) =>
  board.templating.list.flatMap(({ name, query }) => (typeof query === "string" ? [] : [{ name, ...query }]));

/** Every way to choose the board's variables, in their order, each asked with the choices before it. */
async function allChoices(hub: string, board: Board): Promise<BoardChoices[]> {
  let choices: BoardChoices[] = [{}];
  for (const { name, infinityQuery } of variablesOf(board)) {
    const longer = choices.map(async (chosen) => {
      const rows = await runTarget(hub, infinityQuery, chosen);
      return rows.map((row) => ({ ...chosen, [name]: String(row.__value) }));
    });
    choices = (await Promise.all(longer)).flat();
  }
  return choices;
}

describe.each(boards)("the board $name", ({ file, text, board }) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub?.stop());

  test("is committed as it is compiled: npm run grafana writes it", () => {
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("is of a version that every Grafana we know reads, in Korean time, each panel with an id", () => {
    expect(board.schemaVersion).toBeGreaterThanOrEqual(37);
    expect(board.schemaVersion).toBeLessThanOrEqual(39);
    expect(board.timezone).toBe("Asia/Seoul");
    const ids = board.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id > 0)).toBe(true);
  });

  test("has no variable whose name would be put into the text of a question", () => {
    const names = Object.fromEntries(board.templating.list.map(({ name }) => [name, "SPOILT"]));
    const targets = [
      ...board.panels.flatMap(({ targets }) => targets),
      ...variablesOf(board).map(({ infinityQuery }) => infinityQuery),
    ];
    for (const { url_options } of targets) {
      expect(interpolate(url_options.body_graphql_query, names)).toBe(url_options.body_graphql_query);
    }
  });

  test("every target gives rows with every column, for every value of every variable", async () => {
    const choices = await allChoices(hub.url, board);
    expect(choices).toContainEqual({ municipality: "41280", pledge: "1-4-2", quarter: "2019-Q2" });
    for (const chosen of choices) {
      for (const { id, targets } of board.panels) {
        for (const target of targets) {
          const rows = await runTarget(hub.url, target, chosen);
          expect({ id, rows: rows.length }).not.toEqual({ id, rows: 0 });
          for (const row of rows) expect(Object.values(row)).not.toContain(undefined);
        }
      }
    }
  });
});

test("a figure comes to Grafana in whole won with the address of its line", async () => {
  const hub = await startTestHub();
  const [{ board }] = boards as [(typeof boards)[number]];
  const table = board.panels.findLast(({ type }) => type === "table");
  const chosen = { municipality: "41280", pledge: "1-4-2", quarter: "2019-Q2" };
  const rows = await runTarget(hub.url, table!.targets[0]!, chosen).finally(() => hub.stop());
  const national = rows.find((row) => row.재원 === "NATIONAL" && row.금액 === 106_500_000);
  expect(national).toMatchObject({ "문서 줄": 51, 인용: "106.5", "자료 구분": false });
  expect(national?.출처).toMatch(/^\/documents\/[0-9a-f]{64}#L51$/);
});
