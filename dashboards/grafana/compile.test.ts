import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";
import {
  type CompiledBoard,
  eachChoice,
  linksOf,
  noValueIn,
  variablesOf,
} from "../../test/grafana/compiled-board.ts";
import { type BoardChoices, interpolate, linkOf, runTarget } from "../../test/grafana/run-target.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { alertFile, alertText } from "./alert-rules.ts";
import { boardFile, boardText, compiled } from "./compile.ts";

const boards = compiled.map(({ name, build }) => {
  const text = boardText(build());
  return { name, file: boardFile(name), text, board: JSON.parse(text) as CompiledBoard };
});

let hub: TestHub;
beforeAll(async () => {
  hub = await startContractHub();
  const next = nextReport(readFileSync("test/contract/documents/goyang-1-4-2-2019-Q2.txt", "utf8"));
  const outcome = await importFiles(hub.database, {
    files: [{ name: "2019-Q3.txt", bytes: Buffer.from(next) }],
    municipality: "41280",
    quarter: parseQuarter("2019-Q3"),
  });
  expect(outcome.refused).toBe(false);
});
afterAll(() => hub?.stop());

/** A report of the next quarter, with results under a heading of the plan. */
const nextReport = (text: string): string =>
  text
    .replace("3/4분기 추진계획", "4/4분기 추진계획")
    .replace("2/4분기 추진실적", "3/4분기 추진실적")
    .replaceAll("사회적경제기업 판매장 조성", "사회적경제기업 공동상설판매장 추진");

describe.each(boards)("the board $name", ({ file, text, board }) => {
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

  let choices: BoardChoices[];
  beforeAll(async () => {
    choices = await eachChoice(hub.url, board);
  });

  test("every target answers with every column, for values of each variable", async () => {
    const cities = choices.map(({ municipality }) => municipality);
    expect(cities).toContain(board.templating.list.some(({ name }) => name === "pledge") ? "41280" : "99990");
    // A target that asks for few of the choices is the same question for many of them.
    const seenQuestions = new Set<string>();
    const [columns, filledColumns] = [new Set<string>(), new Set<string>()];
    for (const chosen of choices) {
      for (const { id, targets } of board.panels) {
        for (const target of targets) {
          const question = `${id} ${target.refId} ${interpolate(target.url_options.body_graphql_variables, chosen)}`;
          if (seenQuestions.has(question)) continue;
          seenQuestions.add(question);
          const rows = await runTarget(hub.url, target, chosen).catch((error) => [{ failed: `${error}` }]);
          const failed = rows.filter((row) => "failed" in row);
          expect({ id, chosen, failed }).toEqual({ id, chosen, failed: [] });
          for (const { text } of target.columns) {
            if (rows.length > 0) columns.add(`${id} ${text}`);
            if (rows.some((row) => row[text] !== undefined)) filledColumns.add(`${id} ${text}`);
          }
        }
      }
    }
    expect([...columns].filter((column) => !filledColumns.has(column))).toEqual([]);
  });

  test("a municipality that the hub does not know is an error on every panel's line, and no empty table", async () => {
    const targets = board.panels.flatMap(({ targets }) => targets);
    const cityTargets = targets.filter(({ root_selector }) =>
      /^data\.(municipality\.code|pledge\..*)$/.test(root_selector),
    );
    const nowhere = { ...choices[0], municipality: "1" };
    expect(cityTargets.length).toBeGreaterThan(0);
    for (const target of cityTargets) {
      await expect(runTarget(hub.url, target, nowhere)).rejects.toThrow("Nothing at");
    }
  });

  test("every mark leads to a page of the hub, of the board's choices and the mark's own", async () => {
    const chosen = choices.find(({ municipality }) => municipality === "99990") ?? choices[0]!;
    const broken: object[] = [];
    for (const panel of board.panels) {
      const { title, targets } = panel;
      const [target] = targets;
      const [row] = target ? await runTarget(hub.url, target, chosen) : [];
      if (!row) continue;
      for (const url of linksOf(panel)) {
        const page = linkOf(url, { ...chosen, hub: hub.url }, row, noValueIn(panel));
        const answer = await fetch(page);
        await answer.text();
        if (answer.status !== 200) broken.push({ title, page, status: answer.status });
      }
    }
    expect(broken).toEqual([]);
  });
});

describe("what has none of the values leads to the facts of none, and not of all", () => {
  test.each([
    ["pledge-progress", "상태별 공약", "이행 상태", { municipality: "99990", quarter: "2025-Q4" }, "미보고"],
    [
      "budget-execution",
      "연도별 계획·확보·예산·집행",
      "연도",
      { municipality: "41280", quarter: "2019-Q2" },
      "임기 전후",
    ],
  ])("on the board %s, in %s", async (name, title, column, choices, word) => {
    const panel = boards.find((one) => one.name === name)!.board.panels.find((one) => one.title === title)!;
    const chosen = { asOf: "null", department: "null", ...choices, hub: hub.url };
    const rows = await runTarget(hub.url, panel.targets[0]!, chosen);
    const silent = rows.find((row) => row[column] === null)!;
    const [url] = linksOf(panel);
    const page = await fetch(linkOf(url!, chosen, silent, noValueIn(panel)));
    expect(await page.text()).toContain(`<option value="none" selected>${word}</option>`);
  });

  test("pieces of stacked bars lead to their own state by the row's category, the one field that is left of it", () => {
    const { panels } = boards.find(({ name }) => name === "pledge-progress")!.board;
    const stacked = panels.find(({ title }) => title === "분기별 공약 상태 변화")!;
    const states = linksOf(stacked).map((url) => {
      const row = { "분기\\이행 상태": "2025-Q4" };
      return new URL(linkOf(url, { hub: hub.url }, row, noValueIn(stacked))).searchParams;
    });
    expect(states.map((choices) => choices.get("state"))).toEqual([
      ...["COMPLETED", "COMPLETED_CONTINUING", "ON_TRACK", "PARTIAL"],
      ...["SUSPENDED", "ABANDONED", "MERGED", "none"],
    ]);
    expect(new Set(states.map((choices) => choices.get("quarter")))).toEqual(new Set(["2025-Q4"]));
  });
});

test("a quarter is written as on the hub's own pages", () => {
  const { panels } = boards.find(({ name }) => name === "purchase-rate")!.board;
  const { fieldConfig } = panels.find(({ title }) => title === "분기별 우선구매율과 전년")!;
  const mapping = fieldConfig.overrides
    .flatMap(({ properties }) => properties)
    .flatMap(({ id, value }) =>
      id === "mappings" ? (value as { options: { pattern?: string; result: { text: string } } }[]) : [],
    )
    .find(({ options }) => options.pattern)!;
  const { pattern, result } = mapping.options;
  expect("2025-Q4".replace(new RegExp(pattern!), result.text)).toBe("2025년 4/4분기");
});

test("the rule of the alert is committed as it is compiled", () => {
  expect(readFileSync(alertFile, "utf8")).toBe(alertText());
});

test("a figure comes to Grafana in whole won with the address of its line", async () => {
  const [{ board }] = boards as [(typeof boards)[number]];
  const table = board.panels.findLast(({ type }) => type === "table");
  const chosen = { municipality: "41280", asOf: "null", pledge: "1-4-2", quarter: "2019-Q2" };
  const rows = await runTarget(hub.url, table!.targets[0]!, chosen);
  const national = rows.find((row) => row.재원 === "NATIONAL" && row.금액 === 106_500_000);
  expect(national).toMatchObject({ "문서 줄": 51, 인용: "106.5", "자료 구분": false });
  expect(national?.출처).toMatch(/^\/documents\/[0-9a-f]{64}#L51$/);
});
