import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { boards } from "../../dashboards/boards/boards.ts";
import { boardFile } from "../../dashboards/grafana/compile.ts";
import type { InfinityTarget } from "../../dashboards/grafana/infinity-target.ts";
import { startChromium } from "../setup/chromium.ts";
import { OpenBoard, type SeenPanel } from "./open-board.ts";
import { runTarget } from "./run-target.ts";

const grafana = process.env.GRAFANA_URL?.replace(/\/$/, "");
const hub = process.env.HUB_URL?.replace(/\/$/, "") ?? "";

interface Board {
  panels: { id: number; title: string; targets: InfinityTarget[] }[];
}

/** The data of the hub's answer to a question without variables. */
async function askHub(query: string) {
  const answer = await fetch(`${hub}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
}

const askCities = async () =>
  ((await askHub("{ municipalities { code } }")) as { municipalities: { code: string }[] }).municipalities;

/** What Grafana writes into a panel that it has no picture for. */
const nothingDrawn = /No data|Data is missing|Data outside time range|not found|No numeric fields|Unable to/;

/** Rows that the hub itself has for a panel's queries as they went out, by refId. */
async function rowsOfHub({ asked }: SeenPanel): Promise<Record<string, number>> {
  const counts = asked.map(async (target) => [target.refId, (await runTarget(hub, target, {})).length]);
  return Object.fromEntries(await Promise.all(counts));
}

/** Whether the queries went out whole: where a city has no quarter of a kind, Grafana puts in none. */
const isWhole = ({ asked }: SeenPanel): boolean =>
  asked.every(({ url_options }) => !/: \[?""/.test(url_options.body_graphql_variables));

describe.each([...boards.keys()])("the board %s in a real Grafana", (name) => {
  const { panels } = JSON.parse(readFileSync(boardFile(name), "utf8")) as Board;
  const address = (city: string) => `${grafana}/d/hub-${name}?kiosk&var-municipality=${city}`;
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test("draws every panel that the hub has rows for, without an error, for every city", async () => {
    let drawn = 0;
    for (const { code } of await askCities()) {
      const board = await OpenBoard.open(browser, address(code));
      for (const panel of panels) {
        const seen = await board.see(panel.id);
        if (!isWhole(seen)) continue;
        const rows = await rowsOfHub(seen);
        const hasRows = Object.values(rows).some((count) => count > 0);
        const { error, isMarked, text } = seen;
        const said = (hasRows && text.match(nothingDrawn)?.[0]) || null;
        const { id, title } = panel;
        expect({ code, id, title, rows: seen.rows, error, isMarked, said }).toEqual({
          ...{ code, id, title, rows, error: null, isMarked: false, said: null },
        });
        drawn++;
      }
      await board.close();
    }
    expect(drawn).toBeGreaterThanOrEqual(panels.length);
  });

  test("shows an error of the hub on the panel's line, and nothing that looks like an answer", async () => {
    const board = await OpenBoard.open(browser, address("00000"));
    const line = panels.find(({ targets }) => targets[0]?.root_selector === "data.municipality.code");
    const { error, isMarked, text } = await board.see(line?.id ?? 0);
    expect({ isMarked, text }).toEqual({ isMarked: true, text: expect.not.stringContaining("미보고") });
    expect(error).toBeTruthy();
    await board.close();
  });
});

test("the bar of pledges without a state leads to the list of these in a real Grafana", async () => {
  const quarters = (await askCities()).map(async ({ code }) => {
    const { pledgeSummary } = (await askHub(
      `{ pledgeSummary(groupBy: [QUARTER, STATE], where: { municipality: ["${code}"] }) { rows { quarter state } } }`,
    )) as { pledgeSummary: { rows: { quarter: string; state: string | null }[] } };
    const silent = pledgeSummary.rows.find(({ state }) => state === null);
    return silent ? [{ code, quarter: silent.quarter }] : [];
  });
  const [shown] = (await Promise.all(quarters)).flat();
  if (!shown) throw new Error("No city of the hub has a quarter with a pledge without a state.");
  const address = `${grafana}/d/hub-pledge-progress?kiosk&var-municipality=${shown.code}&var-quarter=${shown.quarter}`;
  const { panels } = JSON.parse(readFileSync(boardFile("pledge-progress"), "utf8")) as Board;
  const browser = await startChromium();
  const board = await OpenBoard.open(browser, address);
  // The hub gives what has no state first.
  const link = await board.linkOfFirstBar(panels.find(({ title }) => title === "상태별 공약")!.id);
  await browser.close();
  const choices = new URL(link ?? "").searchParams;
  expect([choices.get("quarter"), choices.get("state")]).toEqual([shown.quarter, "none"]);
});
