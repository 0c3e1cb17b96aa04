import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { feeds } from "../../../../schema/feeds.ts";
import { csvBytes } from "../../../../test/ingest/csv-bytes.ts";
import { readTables } from "../../../documents/read-tables.ts";
import { parseMapping } from "../parse-mapping.ts";
import type { Proposal } from "./proposal.ts";
import { proposeMapping } from "./propose.ts";

const folder = "test/contract/tables";
const order: [name: string, mapping: string | null][] = JSON.parse(
  readFileSync(`${folder}/order.json`, "utf8"),
);
/** Of the two sheets of 09 a proposal reads one, and says that the other fits too. */
const tables = order.filter(
  (pair): pair is [string, string] => pair[1] !== null && !pair[1].includes("2025"),
);

async function propose(name: string, bytes: Uint8Array, feed?: string): Promise<Proposal | null> {
  const read = await readTables({ name, bytes });
  if ("finding" in read) throw new Error(read.finding.message.en);
  return proposeMapping(
    read,
    feeds.filter((one) => (feed ? one.name === feed : !one.ofHub)),
    () => true,
  );
}

/** The parts of a mapping, one by one: what each column, member, measure and label is. */
function partsOf(mapping: Record<string, unknown>): string[] {
  return Object.entries(mapping).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.map((one) => `${key}: ${one}`);
    if (typeof value !== "object" || value === null) return [`${key}: ${value}`];
    return partsOf(value as Record<string, unknown>).map((part) => `${key}.${part}`);
  });
}

describe("the mapping proposed for a table of the contract", () => {
  const proposals = new Map<string, Proposal>();
  beforeAll(async () => {
    for (const [name] of tables)
      proposals.set(name, (await propose(name, readFileSync(`${folder}/${name}`)))!);
  });

  test.each(tables)("%s has all columns of %s, and is accepted", (name, mapping) => {
    const { mapping: proposed, open } = proposals.get(name)!;
    const expected = JSON.parse(readFileSync(`${folder}/${mapping}`, "utf8"));
    const headings = ({ columns, unpivot, ...rest }: Record<string, unknown>) => ({
      ...{ feed: rest.feed, sheet: rest.sheet, unpivot, fillDown: rest.fillDown },
      columns: Object.fromEntries(
        Object.entries(columns as Record<string, { from: string; marked: object }>).map(
          ([key, { from, marked }]) => [key, from ?? marked],
        ),
      ),
    });
    expect(headings(proposed)).toEqual(headings(expected));
    expect(open).toEqual([]);
    expect(parseMapping({ name, bytes: Buffer.from(JSON.stringify(proposed)) })).not.toBeInstanceOf(Array);
  });

  test("lacks only what the feed reads itself, and words that only the department knows", () => {
    const missing = tables.flatMap(([name, mapping]) => {
      const proposed = partsOf(proposals.get(name)!.mapping);
      const expected = partsOf(JSON.parse(readFileSync(`${folder}/${mapping}`, "utf8")));
      return expected.filter((part) => !proposed.includes(part));
    });
    expect(missing).toEqual([
      // Words that the feed reads as they are.
      "columns.유형.values.사회적기업(인증): 인증사회적기업",
      "columns.유형.values.사회적기업(예비): 예비사회적기업",
      "columns.유형.values.사회적협동조합: 사회적협동조합",
      "columns.유형.values.마을기업(행안부): 마을기업",
      "columns.유형.values.자활기업: 자활기업",
      // Any text is a category: only the department knows that it means another.
      "columns.구분.values.물품(제조·구매): 물품",
      "columns.보조금여부.values.O: 예",
      // The corrected budget has no total.
      "skip: 합계",
    ]);
  });

  test("is unsure of what it cannot know", () => {
    const unsure = [...proposals.values()].flatMap(({ parts }) =>
      parts.flatMap(({ certainty, part }) => (certainty === "UNSURE" ? [part] : [])),
    );
    expect(unsure).toEqual(['columns.보조금여부.values.""', "sheet"]);
  });
});

describe("periods side by side, under groups of their own", () => {
  test.each<[string, string[][], Record<string, string>]>([
    [
      "months under half years",
      [
        ["2025년 판매장 매출", "", "(단위 : 천원)"],
        ["판매장", "상반기", "", "하반기"],
        ["", "1월", "2월", "7월"],
        ["S01", "1", "2", "3"],
      ],
      { "상반기/1월": "2025-01", "상반기/2월": "2025-02", "하반기/7월": "2025-07" },
    ],
    [
      "months under years",
      [
        ["판매장 매출", "", "(단위 : 천원)"],
        ["판매장", "2024년", "", "2025년"],
        ["", "1월", "12월", "1월"],
        ["S01", "1", "2", "3"],
      ],
      { "2024년/1월": "2024-01", "2024년/12월": "2024-12", "2025년/1월": "2025-01" },
    ],
    [
      "quarters with their years",
      [
        ["과정코드", "과정명", "유형", "2024년 4분기", "", "2025년 1분기", ""],
        ["", "", "", "수강", "수료", "수강", "수료"],
        ["A1", "입문", "찾아가는", "5", "4", "6", "5"],
      ],
      { "2024년 4분기": "2024-Q4", "2025년 1분기": "2025-Q1" },
    ],
  ])("%s are told apart", async (_, table, members) => {
    const proposal = await propose("표.csv", csvBytes(table));
    expect(proposal!.mapping.unpivot).toMatchObject({ members });
    expect(proposal!.open).toEqual([]);
  });
});

describe("what the table does not say", () => {
  const openOf = async (rows: string[][], feed?: string) => {
    const proposal = await propose("표.csv", csvBytes(rows), feed);
    return proposal?.open.map(({ part }) => part);
  };

  test("is left open: the year of months, the unit, a required heading", async () => {
    const months = [["판매장 매출"], ["판매장", "1월", "2월"], ["S01", "5", "6"]];
    expect(await openOf(months)).toEqual(["unpivot.members", "unit"]);
    const contracts = [
      ["계약번호", "계약일", "담당부서", "계약금액(원)"],
      ["1", "2025. 3. 1.", "회계과", "100"],
    ];
    expect(await openOf(contracts, "purchase")).toEqual(["columns.사업자등록번호", "columns.보조금여부"]);
  });

  test("is no proposal where nothing resembles a feed", async () => {
    expect(
      await propose(
        "표.csv",
        csvBytes([
          ["가", "나"],
          ["1", "2"],
        ]),
      ),
    ).toBeNull();
  });
});
