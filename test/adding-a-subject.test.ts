import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createTestDatabase, type TestDatabase } from "./setup/database.ts";

/** A copy of the hub to which docs/adding-a-subject.md is done, word for word. */
let copy: string;
let database: TestDatabase;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "hub-subject-"));
  for (const part of [
    "schema",
    "ingest",
    "seeds",
    "server",
    "dashboards",
    "ormconfig.ts",
    "package.json",
    "tsconfig.json",
    "tsconfig.build.json",
  ]) {
    cpSync(part, join(copy, part), { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
  await follow(readFileSync("docs/adding-a-subject.md", "utf8"));
  execFileSync("npx", ["tsc", "--project", "tsconfig.build.json"], { cwd: copy });
  database = await createTestDatabase();
}, 120_000);
afterAll(async () => {
  await database?.drop();
  rmSync(copy, { recursive: true, force: true });
});

/** Writes the files that the document gives, and the line of the list with its import. */
async function follow(document: string): Promise<void> {
  for (const [, path, code] of document.matchAll(/^`(schema\/\S+)`\n\n```ts\n([\s\S]*?)```/gm)) {
    await mkdir(dirname(join(copy, path!)), { recursive: true });
    writeFileSync(join(copy, path!), code!);
  }
  const [, line] = /```diff\n\+( {2}\w+,)\n```/.exec(document)!;
  const list = join(copy, "schema/subjects/index.ts");
  const subjects = readFileSync(list, "utf8");
  const added = subjects.replace("\n];", `\n${line}\n];`);
  expect(added).not.toBe(subjects);
  writeFileSync(list, `import { volunteerSubject } from "./volunteer/volunteer-subject.ts";\n${added}`);
}

function hub(...words: string[]): string {
  const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: database.url };
  return execFileSync(process.execPath, ["dist/server/cli/hub.js", ...words], {
    cwd: copy,
    env,
    encoding: "utf8",
  });
}

describe("a subject that is added as the document says", () => {
  test("is in the schema, described in Korean and English, and in the catalogue of measures", () => {
    execFileSync(process.execPath, ["dist/schema/print-schema.js"], { cwd: copy });
    const schema = readFileSync(join(copy, "schema.graphql"), "utf8");
    expect(schema).toContain("volunteerSummary(");
    expect(schema).toMatch(
      /한 사람당 시간\(시간\)[\s\S]*?Hours per person \(hours\)[\s\S]*?hoursPerPerson: Ratio!/,
    );
    expect(schema).toContain("VOLUNTEER_HOURS");
    expect(readFileSync(join(copy, "measures.json"), "utf8")).toContain('"volunteerSummary"');
  });

  test("has a blank form, and a filled one is checked, published and answered for", async () => {
    const form = hub("template", "volunteer");
    const city = join(copy, "지자체.csv");
    const departments = join(copy, "부서.csv");
    const filled = join(copy, "자원봉사.csv");
    writeFileSync(city, "지자체코드,지자체명,합성여부\n88003,시험시,예\n");
    writeFileSync(departments, "부서명\n회계과\n체육과\n");
    writeFileSync(filled, `${form.trimEnd()}\n회계과,2025-Q1,10,45\n체육과,2025-Q1,,30\n`);
    hub("import", city, departments, filled, "--municipality", "88003");
    expect(() => hub("import", writeWrong(form), "--municipality", "88003")).toThrow(
      /UNKNOWN_REFERENCE[\s\S]*회계과/,
    );
    const asked = `volunteerSummary(where: { municipality: ["88003"] }, groupBy: [DEPARTMENT], totals: true) {
      rows { level department { name } hours hoursPerPerson { value numerator denominator nullReason } } }`;
    expect(await ask(asked)).toEqual({
      volunteerSummary: {
        rows: expect.arrayContaining([
          {
            ...{ level: 0, department: null, hours: 75 },
            hoursPerPerson: { value: 4.5, numerator: 45, denominator: 10, nullReason: null },
          },
          {
            ...{ level: 1, department: { name: "체육과" }, hours: 30 },
            hoursPerPerson: { value: null, numerator: null, denominator: null, nullReason: "NOT_REPORTED" },
          },
        ]),
      },
    });
  });

  test("is among the kinds of data that a municipality holds", async () => {
    const { municipality } = await ask("municipality { holdings { name rows latestPeriod } }");
    const { holdings } = municipality as { holdings: object[] };
    expect(holdings).toContainEqual({ name: "자원봉사 시간", rows: 2, latestPeriod: "2025년 1/4분기" });
  });

  test("tells its corrections and lets rows be retracted", async () => {
    const corrected = join(copy, "정정.csv");
    writeFileSync(corrected, "부서명,분기,인원(명),시간(시간)\n회계과,2025-Q1,10,40\n");
    hub("import", corrected, "--municipality", "88003", "--reason", "다시 셈");
    hub("retract", "volunteer", "체육과", "2025-Q1", "--municipality", "88003", "--reason", "취소");
    const { changes } = await ask(
      'changes(where: { municipality: ["88003"] }) { nodes { subject measure before after key } }',
    );
    expect((changes as { nodes: object[] }).nodes).toEqual([
      { subject: "VOLUNTEER_HOURS", measure: "hours", before: 30, after: null, key: "체육과 2025-Q1" },
      { subject: "VOLUNTEER_HOURS", measure: "hours", before: 45, after: 40, key: "회계과 2025-Q1" },
    ]);
  });
});

function writeWrong(form: string): string {
  const path = join(copy, "틀린 자료.csv");
  writeFileSync(path, `${form.trimEnd()}\n회게과,2025-Q1,10,45\n`);
  return path;
}

/** Asks the copy, in a process of its own. */
async function ask(question: string): Promise<Record<string, unknown>> {
  const script = `
    import { createDataSource } from "./dist/ormconfig.js";
    import { createServer } from "./dist/server/http/create-server.js";
    const database = await createDataSource(process.env.DATABASE_URL).initialize();
    const server = await createServer(database, { municipality: "88003", publicReading: true });
    const { body } = await server.inject({ method: "POST", url: "/graphql", payload: { query: process.argv[1] } });
    console.log(body);
    await server.close();
    await database.destroy();`;
  const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: database.url };
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script, `{ ${question} }`], {
    cwd: copy,
    env,
    encoding: "utf8",
  });
  // The copy has no assets of pages, which the log says first.
  const { data, errors } = JSON.parse(printed.trim().split("\n").at(-1)!);
  expect(errors).toBeUndefined();
  return data;
}
