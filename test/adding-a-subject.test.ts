import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createTestDatabase, type TestDatabase } from "./setup/database.ts";
import { followDocument, list } from "./setup/follow-document.ts";
import { filesOfHub, HubCopy } from "./setup/hub-copy.ts";

const newFolders = ["schema/subjects/volunteer-group/", "schema/subjects/volunteer-hours/"];
const city = ["--municipality", "88003"];

/** A copy of the hub in which docs/adding-a-subject.md is followed, word for word. */
let copy: HubCopy;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  copy = new HubCopy(database.url);
  followDocument(readFileSync("docs/adding-a-subject.md", "utf8"), copy);
  copy.run("node_modules/.bin/tsc", "--project", "tsconfig.build.json");
  await copy.serve("88003");
}, 120_000);
afterAll(async () => {
  copy?.remove();
  await database?.drop();
});

/** A change that only says what was before. */
const ended = (subject: string, measureName: string, keyShown: string, beforeShown: string) => ({
  ...{ subject, measureName, keyShown, beforeShown },
  afterShown: null,
});

describe("two subjects that are added as the document says", () => {
  test("need nothing outside their folders but a line each in the list of subjects, and its import", () => {
    const before = new Map(filesOfHub(".").map((name) => [name, readFileSync(name, "utf8")]));
    const changed = filesOfHub(copy.folder).filter((name) => copy.read(name) !== before.get(name));
    expect(changed.filter((name) => !newFolders.some((folder) => name.startsWith(folder)))).toEqual([list]);
    const known = before.get(list)!.split("\n");
    const lines = copy.read(list).split("\n");
    expect(lines).toHaveLength(known.length + 4);
    expect(lines.filter((line) => !known.includes(line))).toEqual([
      'import { volunteerGroupSubject } from "./volunteer-group/volunteer-group-subject.ts";',
      'import { volunteerHoursSubject } from "./volunteer-hours/volunteer-hours-subject.ts";',
      ...["  volunteerGroupSubject,", "  volunteerHoursSubject,"],
    ]);
  });

  test("pass the checks of the repository", () => {
    const biome = ["check", "--vcs-enabled=false", "--error-on-warnings", "schema/subjects"];
    expect(copy.run("node_modules/.bin/biome", ...biome)).toContain("No fixes applied");
    const rules = ["--config", ".dependency-cruiser.cjs", "schema/subjects"];
    expect(copy.run("node_modules/.bin/depcruise", ...rules)).toContain("no dependency violations found");
  });

  test("are in the schema, described in Korean and English, and in the catalogue of measures", () => {
    copy.run(process.execPath, "dist/schema/print-schema.js");
    const schema = copy.read("schema.graphql");
    expect(schema).toMatch(/봉사단 목록, 코드 순\.\s+Volunteer groups, by code\.\s+"""\s+volunteerGroups\(/);
    expect(schema).toMatch(
      /한 사람당 시간\(시간\)[\s\S]*?Hours per person \(hours\)[\s\S]*?hoursPerPerson: Ratio!/,
    );
    expect(schema).toMatch(/enum VolunteerHoursDimension \{[^}]*DEPARTMENT[^}]*GROUP[^}]*QUARTER/);
    expect(schema).toMatch(/enum Subject \{[^}]*VOLUNTEER_GROUP[^}]*VOLUNTEER_HOURS/);
    const { summaries } = JSON.parse(copy.read("measures.json"));
    const measures = ["hours", "hoursPerPerson"].map((field) => expect.objectContaining({ field }));
    expect(summaries).toContainEqual(expect.objectContaining({ query: "volunteerHoursSummary", measures }));
  });

  test("have rows in the sample city, which are imported without a finding", () => {
    const printed = copy.hub("sample", "--size", "3", "--municipality", "99001", "--out", "sample");
    const [first] = /import (\S+ )+--municipality 99001/.exec(printed)!;
    const files = first.split(" ").filter((word) => word.endsWith(".csv"));
    const wanted = files.filter((name) => /-(지자체|부서|봉사단|봉사시간)\.csv$/.test(name));
    expect(wanted).toHaveLength(4);
    const imported = copy.hub("import", "--json", ...wanted, "--municipality", "99001");
    // A city of 6 departments has 6 groups, each with the hours of 8 quarters.
    expect(JSON.parse(imported)).toMatchObject({ release: 1, facts: 61, errors: 0, warnings: 0, notes: 0 });
  });

  test("have blank forms, which are imported together in any order once they are filled in", () => {
    const groups = copy.hub("template", "volunteer-group").trimEnd();
    const hours = copy.hub("template", "volunteer-hours").trimEnd();
    const files = [
      copy.write("봉사시간.csv", `${hours}\nV01,2025-Q1,10,45\nV02,2025-Q1,,30\nV01,2025-Q2,12,60\n`),
      copy.write("봉사단.csv", `${groups}\nV01,한빛 봉사단,회계과\nV02,두레 봉사단,체육과\n`),
      copy.write("부서.csv", "부서명\n회계과\n체육과\n"),
      copy.write("지자체.csv", "지자체코드,지자체명,합성여부\n88003,시험시,예\n"),
    ];
    expect(copy.hub("import", ...files, ...city)).toContain("with 8 facts (0 warnings, 0 notes)");
    const wrong = copy.write("틀린 자료.csv", `${hours}\nV1,2025-Q3,10,45\n`);
    const refused = /UNKNOWN_REFERENCE[\s\S]*V1 is neither[\s\S]*The nearest is V01/;
    expect(() => copy.hub("import", wrong, ...city)).toThrow(refused);
  });

  test("have a list with the hours of each group, and a summary", async () => {
    expect(
      await copy.ask(`volunteerGroups(where: { department: ["회계과"] }) { totalCount nodes {
        code name department { name } document { name }
        hours(first: 1) { totalCount nodes { quarter people hours group { name } } } } }`),
    ).toEqual({
      volunteerGroups: {
        totalCount: 1,
        nodes: [
          {
            ...{ code: "V01", name: "한빛 봉사단", department: { name: "회계과" } },
            document: { name: "봉사단.csv" },
            hours: {
              totalCount: 2,
              nodes: [{ quarter: "2025-Q1", people: 10, hours: 45, group: { name: "한빛 봉사단" } }],
            },
          },
        ],
      },
    });
    expect(
      await copy.ask(`volunteerHoursSummary(where: { quarter: ["2025-Q1"] }, groupBy: [GROUP, DEPARTMENT, QUARTER], totals: true) {
        rows { level group { code } department { name } quarter hours
          hoursPerPerson { value numerator denominator nullReason } } }`),
    ).toEqual({
      volunteerHoursSummary: {
        rows: expect.arrayContaining([
          {
            ...{ level: 0, group: null, department: null, quarter: null, hours: 75 },
            hoursPerPerson: { value: 4.5, numerator: 45, denominator: 10, nullReason: null },
          },
          {
            ...{
              level: 3,
              group: { code: "V02" },
              department: { name: "체육과" },
              quarter: "2025-Q1",
              hours: 30,
            },
            hoursPerPerson: { value: null, numerator: null, denominator: null, nullReason: "NOT_REPORTED" },
          },
        ]),
      },
    });
  });

  test("are refused an answer that could be too large, by the number of values of each key", async () => {
    // 60 groups and none, 150 departments and none, 40 quarters and none.
    const rows = (61 * 151 * 41).toLocaleString("en");
    await expect(
      copy.ask("volunteerHoursSummary(groupBy: [GROUP, DEPARTMENT, QUARTER]) { rows { hours } }"),
    ).rejects.toThrow(`volunteerHoursSummary × ${rows}`);
  });

  test("have a panel with its figures, which is on the board that it names and among all panels", async () => {
    const name = "volunteer-hours-by-quarter";
    const paths = [`/panels/${name}`, "/dashboards/academy", "/panels"];
    const [panel, board, all] = await Promise.all(paths.map((path) => copy.get(path)));
    expect([panel, board, all].map((answer) => answer?.status)).toEqual([200, 200, 200]);
    expect(panel?.body).toMatch(/2025년 1\/4분기<\/th>\s*<td class="number">75</);
    for (const page of [board, all]) expect(page?.body).toContain(`/panels/${name}`);
  });

  test("have a page, and its data beside it", async () => {
    const page = await copy.get("/volunteer-groups/88003/V01");
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/<h1>한빛 봉사단[\s\S]*href="\/departments\/88003\/[^"]*">회계과/);
    const data = await copy.get("/volunteer-groups/88003/V01.json");
    expect(JSON.parse(data.body).volunteerGroup.name).toBe("한빛 봉사단");
  });

  test("are among the kinds of data that a municipality holds", async () => {
    const { municipality } = await copy.ask("municipality { holdings { name rows latestPeriod } }");
    expect((municipality as { holdings: object[] }).holdings).toEqual(
      expect.arrayContaining([
        { name: "봉사단", rows: 2, latestPeriod: null },
        { name: "봉사 시간", rows: 3, latestPeriod: "2025년 2/4분기" },
      ]),
    );
  });

  test("report corrections and retracted rows, and still answer as before them", async () => {
    const corrected = copy.write("정정.csv", "봉사단코드,분기,인원(명),시간(시간)\nV01,2025-Q1,10,40\n");
    copy.hub("import", corrected, ...city, "--reason", "다시 셈");
    copy.hub("retract", "volunteer-hours", "V02 2025-Q1", ...city, "--reason", "취소");
    copy.hub("retract", "volunteer-group", "V01", ...city, "--reason", "해산");
    const { changes, releases, ...now } = await copy.ask(
      `changes { nodes { subject measureName keyShown beforeShown afterShown } }
       releases(municipality: "88003") { nodes { publishedAt } }
       volunteerGroups { nodes { code hours { nodes { hours } } } }
       volunteerHoursSummary(groupBy: [GROUP]) { rows { group { code name } hours } }
       inSums: volunteerHoursSummary(groupBy: [QUARTER]) { rows { quarter hours } }`,
    );
    expect((changes as { nodes: object[] }).nodes).toEqual([
      ended("VOLUNTEER_GROUP", "부서명", "V01", "회계과"),
      ended("VOLUNTEER_GROUP", "봉사단명", "V01", "한빛 봉사단"),
      ended("VOLUNTEER_HOURS", "시간", "V02 · 2025년 1/4분기", "30시간"),
      { ...ended("VOLUNTEER_HOURS", "시간", "V01 · 2025년 1/4분기", "45시간"), afterShown: "40시간" },
    ]);
    // Hours keep the group that they were reported for.
    expect(now).toEqual({
      volunteerGroups: { nodes: [{ code: "V02", hours: { nodes: [] } }] },
      volunteerHoursSummary: { rows: [{ group: { code: "V01", name: "한빛 봉사단" }, hours: 100 }] },
      inSums: {
        rows: [
          { quarter: "2025-Q1", hours: 40 },
          { quarter: "2025-Q2", hours: 60 },
        ],
      },
    });
    const { publishedAt } = (releases as { nodes: { publishedAt: string }[] }).nodes.at(-1)!;
    expect(
      await copy.ask(`volunteerGroups(asOf: "${publishedAt}") { nodes { code hours { nodes { hours } } } }
        volunteerHoursSummary(asOf: "${publishedAt}", groupBy: [GROUP]) { rows { group { code } hours } }
        inSums: volunteerHoursSummary(asOf: "${publishedAt}", groupBy: [QUARTER]) { rows { quarter hours } }`),
    ).toEqual({
      volunteerGroups: {
        nodes: [
          { code: "V01", hours: { nodes: [{ hours: 45 }, { hours: 60 }] } },
          { code: "V02", hours: { nodes: [{ hours: 30 }] } },
        ],
      },
      volunteerHoursSummary: {
        rows: [
          { group: { code: "V01" }, hours: 105 },
          { group: { code: "V02" }, hours: 30 },
        ],
      },
      inSums: {
        rows: [
          { quarter: "2025-Q1", hours: 75 },
          { quarter: "2025-Q2", hours: 60 },
        ],
      },
    });
  });
});
