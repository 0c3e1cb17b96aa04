import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { embedMaker } from "../../test/setup/embed.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub?.stop());

const get = async (path: string) => {
  const answer = await fetch(hub.url + path, { headers: { accept: "text/html" } });
  return { status: answer.status, body: await answer.text() };
};

/** The problem that a page shows: its code and what it says. */
const problemOf = async (path: string) => {
  const { status, body } = await get(path);
  return { status, code: /<code>([A-Z_]+)<\/code>/.exec(body)?.[1], body };
};

describe("a parameter that is misspelt is an error with the nearest name", () => {
  test.each([
    ["/dashboards/budget-execution", "quater=2019-Q2", "quarter"],
    ["/panels/pledge-money", "quater=2019-Q2", "quarter"],
    ["/panels/pledge-money.csv", "Quarter=2019-Q2", "quarter"],
    ["/panels/pledge-money.xlsx", "quater=2019-Q2", "quarter"],
    ["/panels/funding-by-year.svg", "pledg=1-4-2", "pledge"],
    ["/panels/pledge-money/embed", "departement=x", "department"],
    ["/documents/abc", "form=500", "from"],
    ["/", "land=en", "lang"],
  ])("%s?%s", async (path, wrong, near) => {
    const { status, code, body } = await problemOf(`${path}?${wrong}`);
    expect({ status, code }).toEqual({ status: 400, code: "PARAMETER_UNKNOWN" });
    expect(body).toContain(`가장 가까운 것은 ‘${near}’입니다.`);
  });

  test("in an embed too, whose other values stay", async () => {
    const embeds = await embedMaker(hub);
    const variables = [{ name: "pledge", value: "1-4-2" }];
    const { url } = await embeds.make({ panel: "funding-by-year", variables, change: ["quarter"] });
    const path = new URL(url).pathname;
    const { status, code } = await problemOf(`${path}?quater=2019-Q2`);
    expect({ status, code }).toEqual({ status: 400, code: "PARAMETER_UNKNOWN" });
    expect((await get(`${path}?quarter=2019-Q2`)).status).toBe(200);
  });

  test("a choice that this panel does not have is none either: its figures would not be of it", async () => {
    const { status, body } = await problemOf("/panels/purchase-totals?quarter=2019-Q2");
    expect(status).toBe(400);
    expect(body).toContain("쓸 수 있는 이름: municipality, asOf, year, department, basis, lang.");
  });
});

describe("a value that is misspelt is an error with the nearest value", () => {
  test.each([
    ["/panels/pledge-list?quarter=2019-Q3", "‘2019-Q2’(2019년 2/4분기)"],
    ["/panels/pledge-list?municipality=41281", "‘41280’(고양시)"],
    [`/panels/pledge-list?municipality=${encodeURIComponent("고양")}`, "‘41280’(고양시)"],
    [`/panels/pledge-list.csv?department=${encodeURIComponent("소상공인지원관")}`, "‘소상공인지원과’"],
    ["/panels/pledge-list?state=ON_TRAK", "‘ON_TRACK’(정상추진)"],
    ["/dashboards/pledge-progress?quarter=2019-Q3", "‘2019-Q2’(2019년 2/4분기)"],
  ])("%s", async (path, near) => {
    const { status, code, body } = await problemOf(path);
    expect({ status, code }).toEqual({ status: 404, code: "CHOICE_UNKNOWN" });
    expect(body).toContain(`가장 가까운 것은 ${near}입니다.`);
  });

  test.each([
    "/panels?lang=kr",
    "/dashboards/outlets?rotate=fast",
    "/dashboards/outlets?rotate=30&screen=-1",
  ])("%s", async (path) => {
    const { status, code } = await problemOf(path);
    expect({ status, code }).toEqual({ status: 400, code: "CHOICE_UNKNOWN" });
  });
});

test("two values of one parameter are an error: neither is the one that was meant", async () => {
  const { status, code } = await problemOf("/panels/pledge-list?quarter=2019-Q2&quarter=2019-Q1");
  expect({ status, code }).toEqual({ status: 400, code: "PARAMETER_TWICE" });
});
