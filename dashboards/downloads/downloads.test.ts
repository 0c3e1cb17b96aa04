import { readdirSync, readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { isCut } from "../../schema/panels/list-pages.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { panels } from "../boards/panels.ts";
import { licences } from "../publication/publication.ts";

const feeds = "test/contract/feeds";
const city = "municipality=99990";
let hub: TestHub;

beforeAll(async () => {
  const publication = {
    publisher: "표본시 기획담당관",
    contact: "mailto:data@example.go.kr",
    licence: licences[0]!,
  };
  hub = await startTestHub({ publication });
  const names = readdirSync(feeds).filter((name) => !name.startsWith("11"));
  const files = names.map((name) => ({ name, bytes: readFileSync(`${feeds}/${name}`) }));
  await importFiles(hub.database, { files, municipality: "99990" });
});
afterAll(() => hub?.stop());

const get = async (path: string) => {
  const answer = await fetch(hub.url + path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, bytes, disposition: answer.headers.get("content-disposition") ?? "" };
};

type Row = Record<string, string>;

const rowsOf = async (path: string): Promise<Row[]> =>
  parse((await get(path)).bytes, { bom: true, columns: true, record_delimiter: "\r\n" });

const workbookOf = async (path: string) => {
  const { bytes } = await get(path);
  return { bytes, book: read(bytes, { cellNF: true, cellDates: true, UTC: true }) };
};

describe("a file has all rows of its panel", () => {
  test("those beyond the page too, each purchase once", async () => {
    const { data } = await hub.ask(
      `{ purchases(where: { municipality: ["99990"], year: [2025] }, first: 0) { totalCount } }`,
    );
    const { totalCount } = data.purchases;
    expect(totalCount).toBeGreaterThan(200);
    const rows = await rowsOf(`/panels/purchase-lines.csv?${city}&year=2025`);
    expect(new Set(rows.map((row) => row.구매번호)).size).toBe(totalCount);
    expect(rows).toHaveLength(totalCount);
    const json = JSON.parse((await get(`/panels/purchase-lines.json?${city}&year=2025`)).bytes.toString());
    expect(json.purchases.nodes).toHaveLength(totalCount);
    const page = (await get(`/panels/purchase-lines?${city}&year=2025`)).bytes.toString();
    expect(page).toContain(`${totalCount}건 가운데 200건을 보입니다.`);
  });

  test("the pledges that the page leaves out, in the order of the page", async () => {
    const rows = await rowsOf(`/panels/pledges-behind.csv?${city}&quarter=2025-Q4`);
    const { data } = await hub.ask(
      `{ pledges(where: { municipality: ["99990"], quarter: ["2025-Q4"] }) { totalCount } }`,
    );
    expect(data.pledges.totalCount).toBeGreaterThan(15);
    expect(rows).toHaveLength(data.pledges.totalCount);
    const rates = rows.map((row) => row.집행률).filter((rate) => rate !== "");
    expect(rates.map(Number)).toEqual(rates.map(Number).toSorted((one, other) => one - other));
  });

  test("whatever the panel, as no question has a limit of its own", () => {
    for (const { name, question } of panels.values()) {
      const limits = [...question.matchAll(/\bfirst: (\d+)/g)].map(([, limit]) => limit);
      expect({ name, limits: limits.filter((limit) => !["0", "1"].includes(limit!)) }).toEqual({
        name,
        limits: [],
      });
    }
    const lists = [...panels.values()].filter(({ rows }) => rows.endsWith(".nodes"));
    expect(lists.length).toBeGreaterThan(5);
    expect(lists.filter((panel) => !isCut(panel))).toEqual([]);
  });
});

describe("a CSV file", () => {
  test.each([...panels.keys()])(
    "of %s is one table: headings once, numbers or nothing in their columns",
    async (name) => {
      const municipality = name === "funding-by-year" ? "41280" : "99990";
      const { status, bytes } = await get(`/panels/${name}.csv?municipality=${municipality}`);
      expect(status).toBe(200);
      const [headings, ...lines] = parse(bytes, { bom: true, record_delimiter: "\r\n" }) as string[][];
      expect(new Set(headings).size).toBe(headings!.length);
      expect(lines.filter((line) => line[0]?.startsWith("#"))).toEqual([]);
      for (const [at, heading] of headings!.entries()) {
        if (!headings!.includes(`${heading.replace(/\(.*\)$/, "")} 값이 없는 까닭`)) continue;
        const values = lines.map((line) => line[at]).filter((value) => value !== "");
        expect({ heading, words: values.filter((value) => Number.isNaN(Number(value))) }).toEqual({
          heading,
          words: [],
        });
      }
    },
  );

  test("says in each row what it is of", async () => {
    const rows = await rowsOf(`/panels/purchase-by-department.csv?${city}&year=2025&basis=SOCIAL_ECONOMY`);
    for (const row of rows) {
      expect(row).toMatchObject({
        "지자체 코드": "99990",
        지자체: "표본시",
        "자료 구분": "합성 데이터",
        "조건: 연도": "2025년",
        "조건: 소관부서": "모든 부서",
        "조건: 공표 시점": "지금",
        "공표 회차": "1",
        // Nine departments have a target on this basis, and eight of them bought something.
        "전체 보고됨(개 부서)": "8",
        "전체 보고 대상(개 부서)": "9",
      });
      expect(row["조건: 기준"]).toMatch(/사회적경제/);
      expect(row.공표일).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  test("gives a rate with its parts in whole won, and the reason for none in a column of its own", async () => {
    const rows = await rowsOf(`/panels/purchase-by-department.csv?${city}&year=2025`);
    const reported = rows.filter((row) => row.우선구매율 !== "");
    expect([reported.length, rows.length]).toEqual([10, 12]);
    for (const row of reported) {
      expect(row["우선구매율 값이 없는 까닭"]).toBe("");
      const [numerator, denominator] = [row["우선구매율 분자(원)"], row["우선구매율 분모(원)"]];
      expect(denominator).toMatch(/^[1-9]\d{7,}$/);
      expect(Number(row.우선구매율)).toBeCloseTo(Number(numerator) / Number(denominator), 9);
    }
    for (const row of rows.filter((one) => one.우선구매율 === "")) {
      expect(row["우선구매율 값이 없는 까닭"]).toBe("미보고");
      expect(row["우선구매율 분자(원)"]).toBe("");
      expect(row["총구매액(백만원)"]).toBe("");
      expect(row["총구매액 값이 없는 까닭"]).toBe("미보고");
    }
  });

  test("states of each row how many of its lines have reported", async () => {
    const rows = await rowsOf(`/panels/execution-by-department.csv?${city}&quarter=2025-Q4`);
    const { data } = await hub.ask(`{
      fundingSummary(where: { municipality: ["99990"], quarter: ["2025-Q4"] }, groupBy: [DEPARTMENT]) {
        rows { department { name } coverage { reporting expected } }
      }
    }`);
    expect(
      rows.map((row) => [row.소관부서, Number(row["보고됨(건)"]), Number(row["보고 대상(건)"])]),
    ).toEqual(
      data.fundingSummary.rows.map(
        (row: { department: { name: string }; coverage: { reporting: number; expected: number } }) => [
          row.department.name,
          row.coverage.reporting,
          row.coverage.expected,
        ],
      ),
    );
  });

  test("cites document, line and cell of each row, which is where the value stands", async () => {
    const lines = readFileSync(`${feeds}/06-구매.csv`, "utf8").split(/\r?\n/);
    for (const row of await rowsOf(`/panels/purchase-lines.csv?${city}&year=2025`)) {
      expect(row["출처 문서"]).toBe("06-구매.csv");
      expect(lines[Number(row["출처 줄"]) - 1]).toContain(row.구매번호);
    }
    const money = await rowsOf(`/panels/funding-lines.csv?${city}&pledge=1-1-1&quarter=2025-Q4`);
    expect(money.length).toBeGreaterThan(0);
    for (const row of money) {
      const [line = ""] = readFileSync(`${feeds}/${row["출처 문서"]}`, "utf8")
        .split(/\r?\n/)
        .slice(Number(row["출처 줄"]) - 1);
      const [cells] = parse(line) as string[][];
      expect(cells![Number(row["출처 칸"]) - 1]).toBe(row["출처에 적힌 글"]);
    }
  });

  test("leads to the page of a long document that shows the line", async () => {
    const rows = await rowsOf(`/panels/purchase-lines.csv?${city}&year=2025`);
    const late = rows.find((row) => Number(row["출처 줄"]) > 500)!;
    const [path = "", anchor] = late["출처(허브 주소)"]!.split("#");
    expect(anchor).toBe(`L${late["출처 줄"]}`);
    expect((await get(path)).bytes.toString()).toContain(`<li id="${anchor}">`);
  });

  test("writes months and quarters so that they sort", async () => {
    const months = (await rowsOf(`/panels/sales-by-month.csv?${city}&year=2024`)).map((row) => row.월!);
    expect(months).toEqual(months.toSorted());
    expect(months[0]).toBe("2024-01");
    const [quarter] = await rowsOf(`/panels/execution-by-quarter.csv?${city}`);
    expect(quarter!.분기).toMatch(/^\d{4}-Q[1-4]$/);
  });
});

describe("a workbook", () => {
  test("has the table below frozen headings, and a sheet of what it is", async () => {
    const { bytes, book } = await workbookOf(`/panels/purchase-by-department.xlsx?${city}&year=2025`);
    expect(book.SheetNames).toEqual(["자료", "출처"]);
    const rows: Record<string, unknown>[] = utils.sheet_to_json(book.Sheets.자료!);
    const csv = await rowsOf(`/panels/purchase-by-department.csv?${city}&year=2025`);
    expect(rows.map((row) => row.소관부서)).toEqual(csv.map((row) => row.소관부서));
    expect(rows.map((row) => row.우선구매율 ?? "")).toEqual(
      csv.map((row) => (row.우선구매율 === "" ? "" : Number(row.우선구매율))),
    );
    const notes = Object.fromEntries(utils.sheet_to_json<string[]>(book.Sheets.출처!, { header: 1 }));
    expect(notes).toMatchObject({
      제목: "부서별 우선구매율과 목표",
      지자체: "표본시",
      "조건: 연도": "2025년",
    });
    expect(Object.values(notes)).toContain("합성 데이터: 실제 지방자치단체가 아닙니다");
    const sheet = new TextDecoder().decode(unzipSync(new Uint8Array(bytes))["xl/worksheets/sheet1.xml"]);
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col [^>]*width="/);
  });

  test("formats rates and amounts, and has days as days", async () => {
    const { book } = await workbookOf(`/panels/purchase-by-department.xlsx?${city}&year=2025`);
    const cellBelow = (sheet: string, heading: string, in_ = book) => {
      const cells = in_.Sheets[sheet]!;
      const [at] = Object.entries(cells).find(([, cell]) => cell.v === heading)!;
      return cells[at.replace("1", "2")];
    };
    expect(cellBelow("자료", "우선구매율")).toMatchObject({ t: "n", z: "0.0%" });
    expect(cellBelow("자료", "총구매액(백만원)")).toMatchObject({ t: "n", z: "#,##0.00" });
    expect(cellBelow("자료", "우선구매율 분모(원)")).toMatchObject({ t: "n", z: "#,##0" });
    const lines = await workbookOf(`/panels/purchase-lines.xlsx?${city}&year=2025`);
    const [csv] = await rowsOf(`/panels/purchase-lines.csv?${city}&year=2025`);
    const day = cellBelow("자료", "구매일", lines.book);
    expect(day).toMatchObject({ t: "d", z: "yyyy-mm-dd" });
    expect((day!.v as Date).toISOString().slice(0, 10)).toBe(csv!.구매일);
    const [, , ...notes] = utils.sheet_to_json<string[]>(lines.book.Sheets.출처!, { header: 1 });
    expect(notes.find(([name]) => name === "출처 문서")?.[1]).toMatch(
      /^06-구매\.csv \/documents\/[0-9a-f]{64}$/,
    );
  });
});

describe("the name of a file", () => {
  test("says what it holds, in Korean and for programs that know ASCII only", async () => {
    const department = encodeURIComponent("소상공인지원과");
    const { disposition } = await get(
      `/panels/purchase-by-department.csv?${city}&year=2025&department=${department}`,
    );
    const [, ascii, full] = /^attachment; filename="([\x20-\x7e]+)"; filename\*=UTF-8''(\S+)$/.exec(
      disposition,
    )!;
    expect(ascii).toBe("purchase-by-department_99990_2025_SOCIAL_ENTERPRISE_r1.csv");
    expect(decodeURIComponent(full!)).toMatch(
      /^부서별-우선구매율과-목표_표본시_2025년_소상공인지원과_.*_1회차\.csv$/,
    );
  });

  test("of a picture does not make the browser save it", async () => {
    const { disposition } = await get(`/panels/purchase-by-kind.png?${city}&year=2025`);
    expect(disposition).toMatch(/^inline; filename="purchase-by-kind_99990_2025_SOCIAL_ENTERPRISE_r1\.png"/);
  });
});

test("publisher, contact and licence stand in rows, workbooks, the foot of pages, and the headers of every answer", async () => {
  const stated = ["표본시 기획담당관", "data@example.go.kr", "공공누리 제1유형: 출처표시"];
  const [row] = await rowsOf(`/panels/purchase-totals.csv?${city}`);
  expect(row).toMatchObject({ 제공기관: stated[0], 문의: stated[1], 이용허락: stated[2] });
  const { book } = await workbookOf(`/panels/purchase-totals.xlsx?${city}`);
  const notes = JSON.stringify(utils.sheet_to_json(book.Sheets.출처!, { header: 1 }));
  const page = (await get(`/panels/purchase-totals?${city}`)).bytes.toString();
  expect(notes).toMatch(/"인용","표본시 \(합성 데이터\)\. 「/);
  for (const text of stated) {
    expect(notes).toContain(text);
    expect(page).toContain(text);
  }
  for (const path of [
    `/panels/purchase-totals?${city}`,
    `/panels/purchase-totals.json?${city}`,
    "/graphql?query=%7B__typename%7D",
  ]) {
    // The second time they are kept responses.
    for (let time = 0; time < 2; time++) {
      const link = (await fetch(hub.url + path)).headers.get("link");
      expect({ path, link }).toEqual({
        path,
        link: expect.stringContaining(`<${licences[0]!.url}>; rel="license"`),
      });
      expect(link).toContain(
        `<mailto:data@example.go.kr>; rel="author"; title*=UTF-8''${encodeURIComponent(stated[0]!)}`,
      );
    }
  }
});
