import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../seeds/publishing/import-files.ts";
import { embedMaker } from "../../test/setup/embed.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { isMoment, momentOf } from "../panels/moment.ts";

const feeds = "test/contract/feeds";
const read = (name: string) => ({ name, bytes: readFileSync(`${feeds}/${name}`) });
let hub: TestHub;
/** When the feeds were published, and when the last of them was corrected. */
let published: string;
let corrected: string;

beforeAll(async () => {
  hub = await startTestHub();
  const names = readdirSync(feeds).sort();
  const files = names.filter((name) => !name.startsWith("11")).map(read);
  await importFiles(hub.database, { files, municipality: "99990" });
  const correction = names.filter((name) => name.startsWith("11")).map(read);
  await importFiles(hub.database, { files: correction, municipality: "99990", reason: "집행액 정정" });
  const { data } = await hub.ask('{ releases(municipality: "99990") { nodes { publishedAt } } }');
  [corrected, published] = data.releases.nodes.map((node: { publishedAt: string }) => node.publishedAt);
});
afterAll(() => hub?.stop());

const get = async (path: string, ending = "", asOf = "") => {
  const choices = new URLSearchParams({ municipality: "99990", ...(asOf && { asOf }) });
  const answer = await fetch(`${hub.url}${path}${ending}?${choices}&pledge=1-1-1&quarter=2025-Q4`);
  return { status: answer.status, body: await answer.text() };
};

/** The money of national source that a pledge executed, in 백만원, in the table to take away. */
const executed = async (asOf = "") => {
  const { body } = await get("/panels/funding-lines", ".csv", asOf);
  return body
    .split("\r\n")
    .filter((line) => line.includes("집행 누계,국비"))[0]
    ?.split(",")
    .at(-1);
};

describe("what was corrected", () => {
  test("stands corrected now, and as it was known at a moment before", async () => {
    expect(await executed()).toBe("772.314");
    expect(await executed(corrected)).toBe("772.314");
    expect(await executed(published)).toBe("858.127");
    expect(await executed(new Date(Date.parse(corrected) - 1).toISOString())).toBe("858.127");
  });

  test("says in tables, on pages and in pictures as known when, and leads to facts of that time", async () => {
    const minute = `${new Date(Date.parse(published) + 9 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")} 시점에 알려진 대로`;
    for (const ending of [".csv", ".svg", ""]) {
      expect((await get("/panels/execution-by-department", ending, published)).body).toContain(minute);
      expect((await get("/panels/execution-by-department", ending)).body).not.toContain("시점에 알려진 대로");
    }
    const { body } = await get("/dashboards/budget-execution", "", published);
    expect(body).toMatch(
      new RegExp(`<option value="${published}" selected>${minute.slice(0, 16)} #2</option>`),
    );
    const facts = [...body.matchAll(/class="facts-link" href="([^"]+)"/g)].map(([, to]) => to);
    expect(facts.length).toBeGreaterThan(10);
    expect(facts.filter((to) => !to?.includes(`asOf=${encodeURIComponent(published)}`))).toEqual([]);
  });

  test("is no correction, finding or release before it happened", async () => {
    const rows = async (panel: string, asOf = "") => {
      const { body } = await get(`/panels/${panel}`, ".csv", asOf);
      return body
        .split("\r\n")
        .filter((line) => line && !line.startsWith("#"))
        .slice(1);
    };
    expect(await rows("corrections")).toHaveLength(3);
    expect(await rows("corrections", published)).toEqual([]);
    expect(await rows("releases")).toHaveLength(2);
    expect(await rows("releases", published)).toHaveLength(1);
  });

  test("is not in an embed of the time before, nor may its viewer change that", async () => {
    const embeds = await embedMaker(hub);
    const variables = [
      { name: "municipality", value: "99990" },
      { name: "asOf", value: published },
      { name: "pledge", value: "1-1-1" },
      { name: "quarter", value: "2025-Q4" },
    ];
    const { url } = await embeds.make({ panel: "funding-lines", variables });
    const frame = await fetch(hub.url + new URL(url).pathname);
    expect(await frame.text()).toContain("858.13");
    const other = await fetch(`${hub.url}${new URL(url).pathname}?asOf=${encodeURIComponent(corrected)}`);
    expect(other.status).toBe(403);
    const nowhen = [...variables.slice(0, 1), { name: "asOf", value: "어제" }];
    await expect(embeds.make({ panel: "funding-lines", variables: nowhen })).rejects.toMatchObject({
      code: "CHOICE_UNKNOWN",
    });
  });
});

describe("a moment that an address names", () => {
  test("may be any, not only that of a release; one before all data, to come or no moment is told", async () => {
    expect((await get("/panels/releases", "", "2020-01-01")).body).toContain("그때는 자료가 없었다면");
    const future = await get("/panels/releases", "", "2999-01-01");
    expect(future.body).toContain("아직 오지 않은 시각입니다");
    const nowhen = await get("/panels/releases", "", "어제");
    expect(nowhen).toMatchObject({ status: 404, body: expect.stringContaining("‘시점’에 없는 값입니다") });
  });

  test("is the end of a day in Korea, and now for today", () => {
    const now = new Date("2026-03-01T16:00:00Z");
    expect(momentOf("2026-03-01", now)).toBe("2026-03-01T23:59:59.999+09:00");
    expect(momentOf("2026-03-02", now)).toBeNull();
    expect(momentOf("2026-03-01T10:00:00Z", now)).toBe("2026-03-01T10:00:00Z");
  });

  test.each(["", "2026", "2026-13-01", "2026-03-01T25:00", "이천이십육년"])("is not %p", (text) => {
    expect(isMoment(text)).toBe(false);
  });
});
