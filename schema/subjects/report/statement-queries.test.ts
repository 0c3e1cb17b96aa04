import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../../ingest/publishing/import-files.ts";
import { changed, formWith } from "../../../test/ingest/report/report-text.ts";
import { startTestHub, type TestHub } from "../../../test/setup/hub.ts";

let hub: TestHub;

const plan = (text: string) => ({ plan: `2024년 2/4분기 추진계획\n\n${text}` });
const results = (text: string) => ({
  this: `2024년 2/4분기 추진실적\n\n${text}`,
  plan: "2024년 3/4분기 추진계획\n\n○ 준공",
});
const files = [
  formWith({
    ...plan("○ 센터 착공(예정)\n- 2024. 5.\n○ 창업 아카데미 운영\n○ 홍보\n○ 홍보\n○ 자문위원 위촉"),
    issues: "□ 문제점 및 개선대책\n\n○ 문제점\n\n- 센터 Wi-Fi 미비\n\n○ 개선대책\n\n- 통신망 구축",
  }),
  formWith(
    results(
      "○ 센터착공\n- 2024. 5. 20.(월) 착공식\n○ 아카데미 운영\n○ 홍보\n○ 자문위원 위촉\n○ 자문위원  위촉",
    ),
  ),
  formWith({ ...changed("header", "2-3-1", "2-3-2"), ...plan("○ 센터 착공") }),
];

beforeAll(async () => {
  hub = await startTestHub();
  for (const [index, text] of files.entries()) {
    const file = { name: `${index}.txt`, bytes: Buffer.from(text) };
    const { refused } = await importFiles(hub.database, { files: [file], municipality: "41280" });
    expect(refused).toBe(false);
  }
});
afterAll(() => hub.stop());

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
async function ask(query: string): Promise<any> {
  const { data, errors } = await hub.ask(query);
  expect(errors).toBeUndefined();
  return data;
}

const find = async (where: string, page = "first: 1000") =>
  (
    await ask(`{ statements(where: { ${where} }, ${page}) { totalCount pageInfo { hasNextPage endCursor }
      nodes { text section issue report { quarter pledge { code } } citation { quote } } } }`)
  ).statements;
const places = async (where: string) =>
  (await find(where)).nodes.map(
    // biome-ignore lint/suspicious/noExplicitAny: as above
    ({ text, section, issue, report }: any) =>
      `${report.pledge.code} ${report.quarter} ${section ?? issue} ${text}`,
  );

describe("statements are found across reports", () => {
  test("by words, whatever the blanks, the case and the composition of the letters", async () => {
    const found = [
      "2-3-1 2024-Q1 PLAN 센터 착공(예정)",
      "2-3-1 2024-Q2 THIS_QUARTER 센터착공",
      "2-3-2 2024-Q1 PLAN 센터 착공",
    ];
    expect(await places('text: "센터착공"')).toEqual(found);
    expect(await places('text: " 센 터  착공 "')).toEqual(found);
    expect(await places(`text: "${"센터착공".normalize("NFD")}"`)).toEqual(found);
    expect(await places('text: "wi-fi"')).toEqual(["2-3-1 2024-Q1 PROBLEM 센터 Wi-Fi 미비"]);
    // Signs that SQL would take for any letter stand for themselves.
    expect(await places('text: "5_백만%"')).toEqual([]);
  });

  test("by pledge, quarter and section", async () => {
    expect(await places('text: "착공", section: [PLAN], pledge: ["2-3-1"]')).toEqual([
      "2-3-1 2024-Q1 PLAN 센터 착공(예정)",
    ]);
    expect(await places('text: "착공", quarter: ["2024-Q2"]')).toEqual([
      "2-3-1 2024-Q2 THIS_QUARTER 센터착공",
      "2-3-1 2024-Q2 THIS_QUARTER 2024. 5. 20.(월) 착공식",
    ]);
  });

  test("in pages of one release each", async () => {
    const all = await find('text: "홍보"');
    const first = await find('text: "홍보"', "first: 2");
    const second = await find('text: "홍보"', `first: 1000, after: "${first.pageInfo.endCursor}"`);
    expect(all.totalCount).toBeGreaterThan(3);
    expect([...first.nodes, ...second.nodes]).toEqual(all.nodes);
  });
});

describe("a plan stands beside what the next report says", () => {
  const followUps = async (pledge: string, quarter: string) =>
    (
      await ask(`{ report(pledge: "${pledge}", quarter: "${quarter}") { planFollowUps { hasNextReport
        plan { text children { text } } result { text report { quarter } children { text citation { line } } } } } }`)
    ).report.planFollowUps;

  test("under the same heading, whatever its blanks and (예정); never under a similar one, or one of two", async () => {
    const pairs = await followUps("2-3-1", "2024-Q1");
    expect(
      // biome-ignore lint/suspicious/noExplicitAny: as above
      pairs.map(({ plan: { text }, result }: any) => [text, result?.text ?? null]),
    ).toEqual([
      ["센터 착공(예정)", "센터착공"],
      ["창업 아카데미 운영", null],
      ["홍보", null],
      ["홍보", null],
      ["자문위원 위촉", null],
    ]);
    expect(pairs[0]).toMatchObject({
      hasNextReport: true,
      plan: { children: [{ text: "2024. 5." }] },
      result: { report: { quarter: "2024-Q2" }, children: [{ text: "2024. 5. 20.(월) 착공식" }] },
    });
  });

  test("and says where no next report is known", async () => {
    expect(await followUps("2-3-2", "2024-Q1")).toMatchObject([{ hasNextReport: false, result: null }]);
  });

  test("across reports too", async () => {
    const { planFollowUps } = await ask(
      `{ planFollowUps(where: { quarter: ["2024-Q1"] }) { totalCount nodes { plan { report { pledge { code } } } } } }`,
    );
    expect(planFollowUps.totalCount).toBe(6);
    expect(planFollowUps.nodes.at(-1)).toEqual({ plan: { report: { pledge: { code: "2-3-2" } } } });
  });
});
