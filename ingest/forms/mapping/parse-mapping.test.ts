import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseMapping } from "./parse-mapping.ts";

const contract = "test/contract/tables";
const parse = (json: string | Uint8Array) => parseMapping({ name: "m.json", bytes: Buffer.from(json) });
/** A mapping of departments with this in place of some of it. */
const departments = (more: object) =>
  JSON.stringify({ feed: "department", columns: { 부서명: { from: "부서" } }, ...more });

const problems = (json: string | Uint8Array): string[] => {
  const parsed = parse(json);
  if (!Array.isArray(parsed)) throw new Error("accepted");
  return parsed.map(({ code, quote, message }) => `${code} ${quote}: ${message.en}`);
};

test.each(readdirSync(contract).filter((name) => name.endsWith(".json") && name !== "order.json"))(
  "the contract's mapping %s is read",
  (name) => {
    expect(parse(readFileSync(`${contract}/${name}`))).toMatchObject({
      name: "m.json",
      feed: expect.anything(),
    });
  },
);

describe("a mapping is refused, and says where and why,", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["if it is no JSON", "{", /null: This is not JSON/],
    ["if it is empty", "", /null: This is not JSON/],
    ["if it is not UTF-8", Uint8Array.of(0xb0, 0xa1), /not UTF-8/],
    ["if it is huge", " ".repeat(300_000), /larger than 256 KB/],
    ["if it is a list", "[]", /null: This must be an object/],
    ["if it is null", "null", /null: This must be an object/],
    ["if it nests deeply", "[".repeat(100_000), /not JSON|must be an object/],
    [
      "with a key twice",
      '{"feed": "budget", "feed": "department"}',
      /feed: This key appears twice|feed: feed: This key/,
    ],
    ["with an unknown key", departments({ colunms: {} }), /colunms: .*nearest is columns/],
    [
      "with the key __proto__",
      '{"feed": "department", "columns": {"부서명": {"from": "부서"}}, "__proto__": {"skip": []}}',
      /__proto__/,
    ],
    [
      "with the column constructor",
      departments({ columns: { 부서명: { from: "부서" }, constructor: { value: "x" } } }),
      /columns\.constructor/,
    ],
    ["with an unknown feed", departments({ feed: "departmnt" }), /feed: .*nearest is department/],
    ["without a feed", '{"columns": {}}', /feed: /],
    ["without columns", '{"feed": "department"}', /columns: /],
    ["without a required column", departments({ columns: {} }), /columns: .*required column 부서명/],
    ["with a unit that is none", departments({ unit: "천명" }), /unit: .*nearest/],
    ["with a sheet that is a number", departments({ sheet: 1 }), /sheet: .*text/],
    ["with skip as a text", departments({ skip: "합계" }), /skip: .*list/],
    [
      "with an empty word to skip, which every row begins with",
      departments({ skip: [""] }),
      /skip\.0: .*empty/,
    ],
    ["with fillDown of numbers", departments({ fillDown: [1] }), /fillDown\.0: .*text/],
    [
      "with a column without a source",
      departments({ columns: { 부서명: {} } }),
      /columns\.부서명: .*one of from/,
    ],
    [
      "with a column of two sources",
      departments({ columns: { 부서명: { from: "부서", value: "x" } } }),
      /only one of from, value/,
    ],
    ["with an empty list of headings", departments({ columns: { 부서명: { from: [] } } }), /from: .*empty/],
    [
      "with values that are no texts",
      departments({ columns: { 부서명: { from: "부서", values: { a: 1 } } } }),
      /values\.a: .*text/,
    ],
    ["with U+0000", departments({ columns: { 부서명: { from: "부\u0000서" } } }), /U\+0000/],
    ["with an open brace", departments({ columns: { 부서명: { value: "{부서" } } }), /brace/],
    ["with empty braces", departments({ columns: { 부서명: { value: "{}과" } } }), /heading into the braces/],
    [
      "with quarters for departments",
      departments({ columns: { 부서명: { option: "quarter" } } }),
      /Only a column of quarters/,
    ],
    [
      "with a word that its column does not have",
      JSON.stringify({
        feed: "pledge",
        columns: {
          공약번호: { from: "a" },
          기준분기: { from: "b" },
          이행상태: { marked: { 완료: "완료됨" } },
        },
      }),
      /marked\.완료: .*nearest is 완료/,
    ],
    [
      "with columns side by side that no key tells apart",
      JSON.stringify({
        feed: "outlet-sales",
        columns: { 판매장코드: { from: "a" }, 매출월: { from: "b" } },
        unpivot: { column: "참여기업수", members: { a: "1" }, measures: { 매출액: "{}" } },
      }),
      /unpivot\.column: .*key column/,
    ],
    [
      "with a measure that does not vary",
      JSON.stringify({
        feed: "outlet-sales",
        columns: { 판매장코드: { from: "a" } },
        unpivot: { column: "매출월", members: { "1월": "2024-01" }, measures: { 매출액: "매출" } },
      }),
      /measures\.매출액: .*\{\}/,
    ],
    [
      "with a member that is no month",
      JSON.stringify({
        feed: "outlet-sales",
        columns: { 판매장코드: { from: "a" } },
        unpivot: { column: "매출월", members: { "1월": "1월" }, measures: { 매출액: "{}" } },
      }),
      /members\.1월: .*month/,
    ],
    [
      "with a column in two places",
      JSON.stringify({
        feed: "outlet-sales",
        columns: { 판매장코드: { from: "a" }, 매출월: { from: "b" } },
        unpivot: { column: "매출월", members: { "1월": "2024-01" }, measures: { 매출액: "{}" } },
      }),
      /columns\.매출월: .*unpivot too/,
    ],
  ])("%s", (_, json, expected) => {
    const found = problems(json);
    expect(found.every((one) => one.startsWith("MAPPING_INVALID "))).toBe(true);
    expect(found.join("\n")).toMatch(expected);
  });

  test("with all that is wrong at once", () => {
    expect(problems(departments({ unit: "x", skip: 1, sheet: "" }))).toHaveLength(3);
  });

  test("never with an exception, whatever the JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (json) => {
        expect(Array.isArray(parse(json))).toBe(true);
      }),
    );
    const any = fc.dictionary(
      fc.constantFrom("feed", "sheet", "unit", "columns", "unpivot", "fillDown", "skip"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(any, (value) => {
        expect(() => parse(JSON.stringify({ feed: "budget", ...value }))).not.toThrow();
      }),
    );
  });
});
