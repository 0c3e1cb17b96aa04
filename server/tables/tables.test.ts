import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startContractHub();
});
afterAll(() => hub?.stop());

const types = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
};

interface Sent {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

async function send(path: string, init: RequestInit = {}): Promise<Sent> {
  const response = await fetch(hub.url + path, init);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

const get = (ending: string, query: string, more: Record<string, string> = {}) =>
  send(`/graphql.${ending}?${new URLSearchParams({ query, ...more })}`);

const post = (accept: string, query: string, variables = {}, search = "") =>
  send(`/graphql${search}`, {
    method: "POST",
    headers: { accept, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });

const rowsOf = ({ bytes }: Sent): Record<string, string>[] =>
  parse(bytes, { bom: true, columns: true, record_delimiter: "\r\n" });

const problemOf = ({ status, bytes }: Sent) => {
  const { extensions } = JSON.parse(bytes.toString()).errors[0];
  return { status, code: extensions.code, remedy: extensions.remedy.en as string };
};

const purchases = `query Lines($year: [Int!]) {
  municipality(code: "99990") { name }
  purchases(where: { municipality: ["99990"], year: $year }) {
    totalCount
    pageInfo { hasNextPage }
    nodes { number purchasedOn amount isGrant category enterprise { name } department { name } }
  }
}`;
const of2025 = { variables: JSON.stringify({ year: [2025] }) };

/** The rows of the question above as JSON: all of them fit into the largest page. */
async function purchasesOf2025() {
  const { data } = await hub.ask(purchases.replace("year: $year }", "year: $year }, first: 1000"), {
    year: [2025],
  });
  expect(data.purchases.nodes).toHaveLength(data.purchases.totalCount);
  expect(data.purchases.totalCount).toBeGreaterThan(50);
  return data.purchases.nodes as {
    number: string;
    purchasedOn: string;
    amount: number | null;
    isGrant: boolean;
    enterprise: { name: string } | null;
    department: { name: string };
  }[];
}

describe("an answer as a table", () => {
  test("has all rows of its list, not a page of them, with dotted columns and what is around it", async () => {
    const nodes = await purchasesOf2025();
    const sent = await get("csv", purchases, of2025);
    expect([sent.status, sent.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(sent.headers.get("content-disposition")).toContain('filename="Lines.csv"');
    const rows = rowsOf(sent);
    expect(Object.keys(rows[0]!)).toEqual([
      ...["municipality.name", "purchases.totalCount", "number", "purchasedOn", "amount", "isGrant"],
      ...["category", "enterprise.name", "department.name"],
    ]);
    expect(
      rows.map((row) => [row["purchases.totalCount"], row.number, row.amount, row["department.name"]]),
    ).toEqual(
      nodes.map(({ number, amount, department }) => [
        ...[String(nodes.length), number, amount === null ? "" : String(amount), department.name],
      ]),
    );
  });

  test("is the same by GET, by POST and by Accept; JSON stays what it was", async () => {
    const { bytes } = await get("csv", purchases, of2025);
    const posted = await post("text/csv", purchases, { year: [2025] });
    expect(posted.bytes.equals(bytes)).toBe(true);
    const search = new URLSearchParams({ query: purchases, ...of2025 });
    const accepted = await send(`/graphql?${search}`, { headers: { accept: "text/csv" } });
    expect(accepted.bytes.equals(bytes)).toBe(true);
    expect(accepted.headers.get("vary")).toMatch(/accept,/);
    const json = await post("application/json, text/csv;q=0.5", purchases, { year: [2025] });
    expect(JSON.parse(json.bytes.toString()).data.municipality.name).toBe("표본시");
  });

  test("has a byte order mark unless the address says no", async () => {
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    expect((await get("csv", purchases)).bytes.subarray(0, 3).equals(mark)).toBe(true);
    expect((await get("csv", purchases, { bom: "no" })).bytes.subarray(0, 3).equals(mark)).toBe(false);
  });

  test("is a workbook with days as days, numbers as numbers and a sheet of the question", async () => {
    const [first] = await purchasesOf2025();
    const { bytes } = await post(types.xlsx, purchases, { year: [2025] });
    const book = read(bytes, { cellNF: true, cellDates: true, UTC: true });
    const [row] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.자료!);
    expect(row).toMatchObject({
      number: first!.number,
      amount: first!.amount,
      isGrant: String(first!.isGrant),
    });
    expect((row!.purchasedOn as Date).toISOString().slice(0, 10)).toBe(first!.purchasedOn);
    const notes = Object.fromEntries(utils.sheet_to_json<string[]>(book.Sheets.출처!, { header: 1 }));
    expect(notes).toMatchObject({
      GraphQL: purchases,
      variables: '{"year":[2025]}',
      rows: "purchases.nodes",
    });
  });

  test("is Parquet with the types of the schema, and null for null", async () => {
    const nodes = await purchasesOf2025();
    const { bytes } = await get("parquet", purchases, of2025);
    const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    expect(
      rows.map((row) => [row.number, row.amount, row.purchasedOn, row.isGrant, row["enterprise.name"]]),
    ).toEqual(
      nodes.map(({ number, amount, purchasedOn, isGrant, enterprise }) => [
        number,
        amount === null ? null : BigInt(amount),
        new Date(`${purchasedOn}T00:00:00Z`),
        isGrant,
        enterprise?.name ?? null,
      ]),
    );
    expect(nodes.some(({ enterprise }) => enterprise === null)).toBe(true);
    const none = await get(
      "parquet",
      '{ statements(where: { municipality: ["99990"] }) { nodes { text } } }',
    );
    expect(await parquetReadObjects({ file: Uint8Array.from(none.bytes).buffer })).toEqual([]);
  });

  test("without a list is one row; without rows it has its headings", async () => {
    expect(rowsOf(await get("csv", '{ municipality(code: "99990") { code city: name } }'))).toEqual([
      { "municipality.code": "99990", "municipality.city": "표본시" },
    ]);
    const { bytes } = await get(
      "csv",
      '{ statements(where: { municipality: ["99990"] }) { nodes { text } } }',
    );
    expect(bytes.toString().startsWith("\uFEFFtext\r\n")).toBe(true);
  });

  test("says how many rows there are where the question itself takes a part", async () => {
    const sent = await get(
      "csv",
      '{ purchases(where: { municipality: ["99990"] }, first: 3) { nodes { number } } }',
    );
    expect(rowsOf(sent)).toHaveLength(3);
    expect(sent.headers.get("hub-rows")).toMatch(/^3 of \d{3,}$/);
  });
});

describe("of several lists", () => {
  const nested = `{ purchases(where: { municipality: ["99990"] }, first: 1) { nodes { number department { name purchases { nodes { amount } } } } } }`;
  const inner = "purchases.nodes.department.purchases.nodes";

  test("none is taken unless one is chosen, and a wrong choice is told the nearest", async () => {
    const several = problemOf(await get("csv", nested));
    expect([several.status, several.code]).toEqual([400, "TABLE_LISTS_SEVERAL"]);
    expect(several.remedy).toContain("rows=purchases.nodes");
    const wrong = problemOf(await get("csv", nested, { rows: "purchase.nodes" }));
    expect([wrong.status, wrong.code]).toEqual([400, "CHOICE_UNKNOWN"]);
    expect(wrong.remedy).toContain("The nearest is “purchases.nodes”");
  });

  test("the chosen one makes the rows, and the answer says which are left out", async () => {
    const outer = await get("csv", nested, { rows: "purchases.nodes" });
    expect(rowsOf(outer)).toHaveLength(1);
    expect(outer.headers.get("hub-left-out")).toBe(inner);
  });

  test("one within another is refused where it goes on, and whole where the question says how much", async () => {
    const cut = problemOf(await get("csv", nested, { rows: inner }));
    expect([cut.status, cut.code]).toEqual([400, "LIST_CUT"]);
    const whole = await get("csv", nested.replace("purchases { nodes", "purchases(first: 1000) { nodes"), {
      rows: inner,
    });
    const rows = rowsOf(whole);
    expect(Object.keys(rows[0]!)).toEqual([
      "purchases.nodes.number",
      "purchases.nodes.department.name",
      "amount",
    ]);
    expect(rows.length).toBeGreaterThan(50);
  });
});

describe("what is wrong is an error, never a table", () => {
  test.each([
    ["a misspelt parameter", { quer: "x" }, 400, "PARAMETER_UNKNOWN"],
    ["a byte order mark of neither kind", { bom: "maybe" }, 400, "CHOICE_UNKNOWN"],
    ["variables that are not JSON", { variables: "{" }, 400, "BAD_REQUEST"],
    ["a variable of a wrong type", { variables: '{"year":["x"]}' }, 400, "BAD_USER_INPUT"],
    ["a syntax error", { query: "{ purchases {" }, 400, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", { query: "{ purchases { nodes { no } } }" }, 400, "GRAPHQL_VALIDATION_FAILED"],
    [
      "fragments in a circle",
      { query: "{ ...a } fragment a on Query { ...a }" },
      400,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["a mutation", { query: "mutation { revokeEmbed(id: 1) { id } }" }, 400, "TABLE_OF_QUERIES_ONLY"],
    [
      "two columns of one name",
      {
        query:
          '{ department: municipality(code: "99990") { name } purchases { nodes { department { name } } } }',
      },
      400,
      "TABLE_COLUMN_TWICE",
    ],
    [
      "an unknown value",
      { query: '{ purchases(where: { municipality: ["41281"] }) { nodes { number } } }' },
      400,
      "BAD_USER_INPUT",
    ],
  ])("%s", async (_, parameters, status, code) => {
    const problem = problemOf(await get("csv", purchases, parameters as Record<string, string>));
    expect([problem.status, problem.code]).toEqual([status, code]);
  });
});

test("a list of more than a page is read to its end, each row once", async () => {
  const sent = await get("csv", purchases);
  const rows = rowsOf(sent);
  const [{ "purchases.totalCount": total }] = rows as [Record<string, string>];
  expect(Number(total)).toBeGreaterThan(1000);
  expect(new Set(rows.map((row) => row.number)).size).toBe(Number(total));
  expect(rows).toHaveLength(Number(total));
  expect(sent.headers.get("hub-rows")).toBeNull();
});
