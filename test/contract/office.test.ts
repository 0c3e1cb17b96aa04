import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";
import { addMunicipality } from "../setup/add-municipality.ts";
import { createTestDatabase } from "../setup/database.ts";
import { serveDatabase, type TestHub } from "../setup/hub.ts";
import { differences } from "./differences.ts";

const folder = "test/contract/office";
const formats = ["html", "docx", "hwpx", "hwp", "pdf"];
const cases = ["01-report", "04-report-funding", "09-plan"];

/** Every fact with a citation that a report gives. */
const facts = "document { sha256 fileUrl } line column quote url";
const citations = `query Citations($pledge: ID!, $quarter: Quarter!) { report(pledge: $pledge, quarter: $quarter) {
  contacts { citation { ${facts} } } participation { citation { ${facts} } } funding { citation { ${facts} } }
  sections { statements { citation { ${facts} } } } problems { citation { ${facts} } } remedies { citation { ${facts} } }
  enrollments { citation { ${facts} } } figures { citation { ${facts} } } dates { citation { ${facts} } }
  findings { code severity line column quote }
} }`;

interface Citation {
  document: { sha256: string; fileUrl: string };
  line: number;
  column: number | null;
  quote: string;
  url: string;
}

/** In a PDF lines are wrapped anywhere, so that its texts are compared without white space. */
function comparable(value: unknown, isPdf: boolean): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    isPdf && typeof part === "string" ? part.replace(/\s/g, "") : part,
  );
}

function citationsIn(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === "citation" ? [part as Citation] : citationsIn(part),
  );
}

describe.each(formats)("the real report as %s", (format) => {
  const name = `goyang-1-4-2-2019-Q2.${format}`;
  const bytes = readFileSync(`${folder}/${name}`);
  const variables = { pledge: "1-4-2", quarter: "2019-Q2" };
  let hub: TestHub;
  let cited: Citation[];
  let findings: { code: string; severity: string; line: number; column: number | null; quote: string }[];

  beforeAll(async () => {
    const copy = await createTestDatabase();
    const database = await createDataSource(copy.url).initialize();
    await addMunicipality(database);
    // Its name says nothing of what it is.
    const files = [{ name: "보고서 (1)", bytes }];
    const outcome = await importFiles(database, {
      files,
      municipality: "41280",
      quarter: parseQuarter("2019-Q2"),
    });
    expect(outcome.refused).toBe(false);
    hub = await serveDatabase(copy, database);
    const { data } = await hub.ask(citations, variables);
    cited = citationsIn(data);
    findings = data.report.findings;
  });
  afterAll(() => hub?.stop());

  test.each(cases)("gives the facts of %s", async (one) => {
    const { query, expected } = JSON.parse(readFileSync(`${folder}/cases/${one}.json`, "utf8"));
    const { data, errors } = await hub.ask(readFileSync(`test/contract/cases/${query}`, "utf8"), variables);
    const isPdf = format === "pdf";
    expect(errors).toBeUndefined();
    expect(differences(comparable(expected, isPdf), comparable(data, isPdf))).toEqual([]);
  });

  test("has the findings that it deserves, and no others", () => {
    expect(findings.map(({ code }) => code).sort()).toEqual(
      [
        ...["REPORT_YEAR_NOT_PRINTED", "QUOTE_UNBALANCED", "PERIOD_INCOMPLETE", "PERIOD_AFTER_REPORT"],
        // 사회경제적기업; 고양 삼성 and 고양 삼송 A-12BL; 고양역동 A3BL and 지축 A-3BL.
        ...Array(5).fill("NAME_VARIANT"),
      ].sort(),
    );
  });

  test("cites every fact where its quote is printed, in the cited cell", async () => {
    const [{ document }] = cited as [Citation];
    const { data } = await hub.ask(
      `query Lines($sha256: ID!) { document(sha256: $sha256) { encoding lineCount
        lines { number text cells { column paragraphs { text } } } } }`,
      { sha256: document.sha256 },
    );
    expect(data.document).toMatchObject({ encoding: format.toUpperCase(), lineCount: 29 });
    const lines: { text: string; cells: { column: number; paragraphs: { text: string }[] }[] | null }[] =
      data.document.lines;
    const bare = (printed: string) => String(comparable(printed, format === "pdf"));
    const isPrinted = ({ line, column, quote }: { line: number; column: number | null; quote: string }) => {
      const { text, cells } = lines[line - 1]!;
      if (column === null) return text.includes(quote) && cells === null;
      const cell = cells!.find((one) => one.column === column);
      // A tab before each column but the first.
      expect(text.split("\t")[column - 1]).toBe(cell!.paragraphs.map((one) => one.text).join("\n"));
      return cell!.paragraphs.some((one) => bare(one.text).includes(bare(quote))) || quote === "";
    };
    expect(cited.length).toBeGreaterThan(90);
    expect(cited.filter((citation) => !isPrinted(citation))).toEqual([]);
    expect(findings.filter((finding) => finding.line !== null && !isPrinted(finding))).toEqual([]);
  });

  test("is displayed with a place for every citation, and handed out byte for byte", async () => {
    const [{ document }] = cited as [Citation];
    const page = await (await fetch(`${hub.url}/documents/${document.sha256}`)).text();
    const places = new Set(cited.map(({ url }) => url.split("#")[1]!));
    expect([...places].filter((place) => !page.includes(` id="${place}"`))).toEqual([]);
    expect(places).toContain("L19C5");
    const file = await fetch(hub.url + document.fileUrl);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-disposition": "attachment; filename*=UTF-8''%EB%B3%B4%EA%B3%A0%EC%84%9C%20%281%29",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
  });
});
