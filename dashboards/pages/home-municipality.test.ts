import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createDataSource } from "../../ormconfig.ts";
import { createServer } from "../../server/http/create-server.ts";
import { createTestDatabase } from "../../test/setup/database.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { firstQuery } from "../assets/first-query.ts";
import { boards } from "../boards/boards.ts";
import { panels } from "../boards/panels.ts";
import { boardText, compiled } from "../grafana/compile.ts";

/** A hub that holds Goyang and, after it by code, a second city; `home` is its HUB_MUNICIPALITY. */
const startHubOf = (home: string): Promise<TestHub> => startContractHub({ municipality: home });

const selected = /<select name="municipality">[\s\S]*?<option value="(\d+)" selected>/;
const html = { headers: { accept: "text/html" } };

describe("without a municipality in the address, a hub shows its home municipality", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHubOf("99990");
  });
  afterAll(() => hub?.stop());

  test("on every board", async () => {
    for (const name of boards.keys()) {
      const page = await fetch(`${hub.url}/dashboards/${name}`, html);
      const [, code] = selected.exec(await page.text()) ?? [];
      expect({ name, status: page.status, code }).toEqual({ name, status: 200, code: "99990" });
    }
  });

  test("in every download, and in the form for an embed", async () => {
    const csv = await (await fetch(`${hub.url}/panels/purchase-by-kind.csv`)).text();
    expect(csv).toMatch(/,99990,표본시,합성 데이터,/);
    for (const name of panels.keys()) {
      const form = await (await fetch(`${hub.url}/panels/${name}/embed`, html)).text();
      expect({ name, form }).toEqual({ name, form: expect.stringContaining("municipality=99990") });
    }
  });

  test("in GraphiQL's first query", async () => {
    const { data, errors } = await hub.ask(firstQuery);
    expect(errors).toBeUndefined();
    expect(data.municipality.code).toBe("99990");
    expect(data.pledges.nodes).toHaveLength(3);
  });

  test("in Grafana, which takes the first option of a variable that names none", async () => {
    for (const { build } of compiled) {
      const { list } = JSON.parse(boardText(build())).templating;
      expect(list[0]).toMatchObject({ name: "municipality", sort: 0 });
      expect(list[0].current).toBeUndefined();
    }
    const { data } = await hub.ask("{ municipalities { code } }");
    expect(data.municipalities.map(({ code }: { code: string }) => code)).toEqual(["99990", "41280"]);
  });
});

test("a hub whose home municipality is not in the database shows another", async () => {
  const hub = await startHubOf("11110");
  try {
    const page = await fetch(`${hub.url}/dashboards/pledge-progress`, html);
    expect([page.status, selected.exec(await page.text())?.[1]]).toEqual([200, "41280"]);
    expect((await fetch(hub.url, html)).status).toBe(200);
  } finally {
    await hub.stop();
  }
});

test("a hub without any municipality says on each page how to create one", async () => {
  const { url, drop } = await createTestDatabase();
  const database = await createDataSource(url).initialize();
  await database.query("DELETE FROM municipality");
  const server = await createServer(database, { municipality: "41280", publicReading: true, cacheBytes: 0 });
  try {
    const paths = [
      "/",
      ...[...boards.keys()].map((name) => `/dashboards/${name}`),
      "/panels/funding-by-year",
    ];
    for (const path of [...paths, "/panels/budget-totals", "/panels/budget-totals/embed"]) {
      const { statusCode, body } = await server.inject({ url: path, ...html });
      expect({ path, statusCode }).toEqual({ path, statusCode: 200 });
      expect(body.match(/<code>[A-Z_]+<\/code>/g)).toEqual(["<code>NO_MUNICIPALITY</code>"]);
      expect(body).toContain("hub init");
      expect(body).not.toContain('role="alert"');
    }
    const download = await server.inject({ url: "/panels/budget-totals.csv" });
    expect([download.statusCode, download.body]).toEqual([404, expect.stringContaining("hub init")]);
  } finally {
    await server.close();
    await database.destroy();
    await drop();
  }
});
