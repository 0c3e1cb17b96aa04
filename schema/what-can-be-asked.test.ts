import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startContractHub, type TestHub } from "../test/setup/hub.ts";

const city = 'municipality: "99990"';
let hub: TestHub;

beforeAll(async () => {
  hub = await startContractHub();
});
afterAll(() => hub.stop());

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
async function ask(question: string): Promise<any> {
  const { data, errors } = await hub.ask(question);
  expect(errors).toBeUndefined();
  return data;
}

describe("what can be asked", () => {
  test("each measure is defined in both languages, and its example runs and shows it", async () => {
    const { measures } = await ask(`{ measures {
      query field ko: name en: name(language: EN) formula basis absent example dimensions { key }
    } }`);
    expect(measures.length).toBeGreaterThan(20);
    for (const { query, field, ko, en, basis, example, dimensions } of measures) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).toMatch(/^[A-Za-z]/);
      expect(basis).not.toBe("");
      expect(dimensions.length).toBeGreaterThan(2);
      const { data, errors } = await hub.ask(
        example.replace("groupBy:", 'where: { municipality: ["99990"] }, groupBy:'),
      );
      expect([query, field, errors]).toEqual([query, field, undefined]);
      expect(data[query].rows.length).toBeGreaterThan(0);
      expect(data[query].rows[0]).toHaveProperty(field);
      expect((await hub.ask(example)).errors).toBeUndefined();
    }
  });

  test("measures are found by a word in any form, and the law that defines one is named", async () => {
    const found = async (search: string) =>
      (await ask(`{ measures(search: "${search}") { query field definedBy } }`)).measures;
    const fields = async (search: string) =>
      (await found(search)).map(({ field }: { field: string }) => field);
    for (const word of ["집행률", "집행 률을", "execution rate".toUpperCase(), "집행률".normalize("NFD")])
      expect(await fields(word)).toContain("execution");
    expect(await fields("우선구매율은")).toContain("rate");
    expect(await found("육성법")).toContainEqual(expect.objectContaining({ field: "rate" }));
    expect(await fields("없는말")).toEqual([]);
  });

  test("values of keys are listed, and a word finds its code", async () => {
    const values = async (query: string, key: string, search = "") =>
      (
        await ask(
          `{ dimensionValues(query: ${query}, key: ${key}, search: "${search}", ${city}) { nodes { value name en: name(language: EN) } } }`,
        )
      ).dimensionValues.nodes;
    const sources = await values("fundingSummary", "SOURCE");
    expect(sources.map(({ value }: { value: string }) => value)).toEqual([
      ...["NATIONAL", "PROVINCE", "CITY", "OTHER"],
    ]);
    expect(await values("fundingSummary", "SOURCE", "도비를")).toEqual([
      { value: "PROVINCE", name: "도비", en: "Provincial" },
    ]);
    const departments = await values("purchaseSummary", "DEPARTMENT");
    expect(departments.length).toBeGreaterThan(2);
    const { name } = departments[0];
    const spaced = [...name].join(" ");
    expect((await values("purchaseSummary", "DEPARTMENT", spaced))[0].value).toBe(name);
    expect((await values("purchaseSummary", "DEPARTMENT", `${name}의`))[0].value).toBe(name);
    for (const [query, key] of [
      ["fundingSummary", "PLEDGE"],
      ["outletSalesSummary", "OUTLET"],
      ["enrollmentSummary", "COURSE"],
    ] as const) {
      const [first] = await values(query, key);
      expect(await values(query, key, first.name)).toContainEqual(first);
      expect((await values(query, key, first.value))[0]).toEqual(first);
    }
    expect(await values("outletSalesSummary", "MONTH", "2025-03")).toEqual([
      { value: "2025-03", name: "2025-03", en: "2025-03" },
    ]);
    const wrong = await hub.ask("{ dimensionValues(query: fundingSummary, key: OUTLET) { totalCount } }");
    expect(wrong.errors?.[0]?.extensions.en).toContain("key");
  });

  test("the page of measures finds them and the places of the schema that speak of them", async () => {
    const page = await (await fetch(`${hub.url}/measures?q=${encodeURIComponent("집행률")}`)).text();
    expect(page).toContain("<code>execution</code>");
    expect(page).toContain("FundingOrder.EXECUTION_ASC");
    expect(page).not.toContain("<code>attainment</code>");
    expect(await (await fetch(`${hub.url}/measures?q=zzz&lang=en`)).text()).toContain("Nothing contains");
  });
});

describe("a period", () => {
  test("is out of reach where the kind of data asked for has none, whatever else has", async () => {
    // Reports of the real city are of 2019, the feeds of the other one of 2024 and 2025.
    const first = async (question: string) => (await hub.ask(question)).errors?.[0]?.extensions;
    const named = 'where: { municipality: ["99990"], year: [2023] }';
    const ofPurchases = await first(`{ purchases(${named}) { totalCount } }`);
    expect(ofPurchases?.en).toContain("2023 is outside");
    expect(ofPurchases?.code).toBe("BAD_USER_INPUT");
  });
});

describe("a row", () => {
  test("is explained: what was summed, the filters, the release, the coverage and the findings on its lines", async () => {
    const where = 'where: { municipality: ["99990"], quarter: ["2025-Q4"] }';
    const { fundingSummary } = await ask(`{ fundingSummary(${where}, groupBy: [DEPARTMENT]) {
      rows { department { name } execution { numerator denominator } coverage { reporting expected }
        ko: explanation en: explanation(language: EN) }
    } }`);
    expect(fundingSummary.rows.length).toBeGreaterThan(1);
    for (const { department, execution, coverage, ko, en } of fundingSummary.rows) {
      expect(ko).toContain(department.name);
      expect(ko).toContain("quarter: 2025-Q4");
      expect(ko).toMatch(/회차\(합성 자료\)/);
      expect(en).toContain(`${coverage.reporting} of ${coverage.expected}`);
      expect(execution.numerator === null || en.includes(execution.numerator.toLocaleString("en-US"))).toBe(
        true,
      );
    }
    const { pledgeSummary } = await ask(
      "{ fundingSummary { rows { explanation } } pledgeSummary { rows { explanation } } }",
    );
    expect(pledgeSummary.rows[0].explanation).toContain("완료율");
  });

  test("names the findings that touch what it counts, and no other", async () => {
    const { fundingSummary } = await ask("{ fundingSummary(groupBy: [YEAR]) { rows { year explanation } } }");
    const named = (code: string) =>
      fundingSummary.rows
        .filter(({ explanation }: { explanation: string }) => explanation.includes(code))
        .map(({ year }: { year: number | null }) => year);
    // The report is of 2019: its year is not printed, '18.7. lacks a month, and three columns begin after it.
    expect(named("REPORT_YEAR_NOT_PRINTED")).toEqual([null, 2018, 2019, 2020, 2021, 2022]);
    expect(named("PERIOD_INCOMPLETE")).toEqual([2018]);
    expect(named("PERIOD_AFTER_REPORT").filter((year: number | null) => year !== null)).toEqual([
      2020, 2021, 2022,
    ]);
    expect(named("CELLS_TRANSPOSED")).toEqual([]);
  });

  test("missed its target two years running, and a condition without a period is refused", async () => {
    const question = (condition: string, keys = "DEPARTMENT, YEAR") =>
      `{ purchaseSummary(basis: SOCIAL_ENTERPRISE, groupBy: [${keys}], where: { ${city.replace(/"99990"/, '["99990"]')} } ${condition}) {
        rows { department { name } year targetMet } } }`;
    const all = (await ask(question(""))).purchaseSummary.rows;
    const missed = (name: string, year: number) =>
      all.some(
        (row: { department: { name: string }; year: number; targetMet: boolean | null }) =>
          row.department.name === name && row.year === year && row.targetMet === false,
      );
    const expected = all.filter(
      ({ department, year }: { department: { name: string }; year: number }) =>
        missed(department.name, year) && missed(department.name, year - 1),
    );
    const held = await ask(question(", inARow: { measure: targetMet, is: false, periods: 2 }"));
    expect(held.purchaseSummary.rows).toEqual(expected);
    const one = await ask(question(", inARow: { measure: rate, below: 1, periods: 1 }"));
    expect(one.purchaseSummary.rows.length).toBeGreaterThan(0);
    for (const wrong of [
      question(", inARow: { measure: targetMet, is: false }", "DEPARTMENT"),
      question(", inARow: { measure: targetMet, below: 1 }"),
      question(", inARow: { measure: rate }"),
    ])
      expect((await hub.ask(wrong)).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("an answer", () => {
  test("says which releases it was read from, of what kind of data, and what it cost, kept ones too", async () => {
    const question =
      '{ purchases(where: { municipality: ["99990"] }, first: 7) { nodes { number amount } } }';
    const [first, second] = [await hub.ask(question), await hub.ask(question)];
    const { findings } = await ask('{ findings(where: { municipality: ["99990"] }) { nodes { severity } } }');
    const count = (severity: string) =>
      findings.nodes.filter((one: { severity: string }) => one.severity === severity).length;
    const { hub: basis } = (first as unknown as { extensions: { hub: Record<string, unknown> } }).extensions;
    const { releases } = await ask(`{ releases(${city}, first: 1) { nodes { number publishedAt } } }`);
    expect(basis).toEqual({
      releases: [
        {
          ...{ municipality: "99990", synthetic: true, name: expect.any(String) },
          ...releases.nodes[0],
          findings: { ERROR: count("ERROR"), WARNING: count("WARNING"), NOTE: count("NOTE") },
        },
      ],
      synthetic: true,
      cost: { values: expect.any(Number), limit: 500_000 },
    });
    expect(second).toEqual(first);
  });
});

describe("a search", () => {
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
  const found = async (text: string, others = ""): Promise<any[]> =>
    (
      await ask(`{ search(text: "${text}", first: 100 ${others}) { totalCount nodes {
        kind code title text url pledge { code } source { line quote url document { name } }
      } } }`)
    ).search.nodes;

  test("finds the pledge whose bullets hold a word, each bullet in its line", async () => {
    const hits = await found("아카데미");
    const inReports = hits.filter(({ kind }) => ["PLEDGE", "STATEMENT"].includes(kind));
    expect(inReports[0]).toMatchObject({ kind: "PLEDGE", code: "1-4-2" });
    expect(inReports[0].source.quote).toContain("아카데미");
    const bullets = hits.filter(({ kind }) => kind === "STATEMENT");
    const { statements } = await ask('{ statements(where: { text: "아카데미" }) { totalCount } }');
    expect(statements.totalCount).toBeGreaterThan(2);
    expect(bullets).toHaveLength(statements.totalCount);
    for (const { text, source, url, pledge } of bullets) {
      expect(text).toContain("아카데미");
      expect(url).toContain(`#L${source.line}`);
      expect(pledge.code).toBe("1-4-2");
    }
  });

  test.each(["사회적경제기업", "사회적 경제 기업", "사회적경제기업을", "사회적경제기업".normalize("NFD")])(
    "is forgiving: %s",
    async (text) => {
      const hits = await found(text, "kind: [PLEDGE]");
      expect(hits.map(({ code }) => code)).toContain("1-4-2");
    },
  );

  test("finds measures, panels, departments, outlets, courses and enterprises by their names", async () => {
    expect(await found("집행률")).toContainEqual(
      expect.objectContaining({ kind: "MEASURE", code: "fundingSummary.execution", source: null }),
    );
    expect((await found("우선구매")).some(({ kind }) => kind === "PANEL")).toBe(true);
    const { municipality, outlets, courses, enterprises } = await ask(`{
      municipality(code: "99990") { departments { name } }
      outlets(where: { municipality: ["99990"] }) { nodes { name line } }
      courses(where: { municipality: ["99990"] }) { nodes { name } }
      enterprises(where: { municipality: ["99990"] }) { nodes { name } }
    }`);
    for (const [kind, list] of [
      ["DEPARTMENT", municipality.departments],
      ["OUTLET", outlets.nodes],
      ["COURSE", courses.nodes],
      ["ENTERPRISE", enterprises.nodes],
    ] as const)
      expect((await found(list[0].name, city))[0]).toMatchObject({ kind, title: list[0].name });
  });

  test("of nothing finds nothing, and of a word that nothing has neither", async () => {
    expect(await found("")).toEqual([]);
    expect(await found("· ?")).toEqual([]);
    expect(await found("뷁뷁")).toEqual([]);
    expect((await found("과")).length).toBeGreaterThan(0);
  });
});

test("names stand as in a dictionary: 가나다, the form of a company left out, Latin letters last", async () => {
  const names = [
    "가람",
    "(주)나래",
    "㈜ 다온",
    "주식회사 라온",
    "마을 2호",
    "마을A",
    "마을하나",
    "ABC상사",
    "abd",
    "하늘",
  ];
  const rows: { name: string }[] = await hub.database.query(
    "SELECT name FROM unnest($1::text[]) AS name ORDER BY name_order(name)",
    [[...names].reverse()],
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...[
      "가람",
      "(주)나래",
      "㈜ 다온",
      "주식회사 라온",
      "마을 2호",
      "마을하나",
      "마을A",
      "하늘",
      "ABC상사",
      "abd",
    ],
  ]);
});
