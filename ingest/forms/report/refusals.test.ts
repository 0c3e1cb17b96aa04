import { describe, expect, test } from "@jest/globals";
import {
  changed,
  cleanParts,
  formWith,
  found,
  lineOf,
  read,
  tryRead,
} from "../../../test/ingest/report/report-text.ts";

const fundingRow = "\t국비\t500,000\t\t\t300,000\t200,000\t\t\t";
const withRow = (row: string) => formWith(changed("funding", fundingRow, row));

describe("a report is refused, with all its errors", () => {
  test.each([
    [
      "letters for an amount",
      withRow("\t국비\t500,000\t\t\t삼십만\t200,000\t\t\t"),
      "NOT_A_NUMBER",
      "삼십만",
    ],
    [
      "an amount below one won",
      withRow("\t국비\t500,000\t\t\t300,000\t0.0001\t\t\t"),
      "NOT_A_NUMBER",
      "0.0001",
    ],
    ["letters for a count", formWith(changed("participation", "2\t0", "2\t세 번")), "NOT_A_NUMBER", "세 번"],
    ["a negative count", formWith(changed("participation", "2\t0", "2\t-3")), "NOT_A_NUMBER", "2\t-3"],
    ["an unknown source", withRow("\t국배\t500,000\t\t\t300,000\t200,000\t\t\t"), "VALUE_UNKNOWN", "국배"],
    ["no source", withRow("\t\t500,000\t\t\t300,000\t200,000\t\t\t"), "VALUE_MISSING", "\t\t500,000"],
    ["too few cells", withRow("\t국비\t500,000\t\t\t300,000"), "VALUE_MISSING", "\t국비"],
    ["too many cells", withRow(`${fundingRow}\t7`), "VALUE_MISSING", "\t국비"],
    ["a row twice", withRow(`${fundingRow}\n${fundingRow}`), "DUPLICATE_KEY", `${fundingRow}\n\t도비`],
    ["a year twice", formWith(changed("funding", "'24", "'23")), "DUPLICATE_KEY", "공약사업명"],
    ["an unknown column", formWith(changed("funding", "'24", "이십사년")), "HEADER_UNKNOWN", "공약사업명"],
    ["no unit", formWith(changed("funding", "(단위 : 천원)\n\n", "")), "UNIT_MISSING", "공약사업명"],
    ["a unit of no money", formWith(changed("funding", "천원", "명")), "UNIT_MISSING", "(단위 : 명)"],
    ["too few counts", formWith(changed("participation", "2\t0\t-\t\t1", "2\t0")), "VALUE_MISSING", "2\t0"],
    ["no code", formWith({ header: "소관부서\t청년정책과" }), "VALUE_MISSING", "소관부서"],
  ])("%s", (_, text, code, at) => {
    expect(read(text).report).toBeNull();
    expect(found(text)).toContain(`${code} ${lineOf(text, at)}`);
  });

  test("names line, column, heading and what stands there", () => {
    const error = read(withRow("\t국비\t500,000\t\t\t삼십만\t200,000\t\t\t")).findings.find(
      ({ code }) => code === "NOT_A_NUMBER",
    )!;
    expect(error).toMatchObject({ column: 6, quote: "삼십만" });
    for (const message of [error.message.ko, error.message.en])
      for (const part of ["국비", "'23", "삼십만", String(error.line)]) expect(message).toContain(part);
  });

  test("suggests the nearest source", () => {
    const errors = read(withRow("\t국배\t500,000\t\t\t300,000\t200,000\t\t\t")).findings;
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message.ko).toContain("‘국비’");
  });

  test("lists errors of all parts at once", () => {
    const text = formWith({
      ...changed("participation", "2\t0", "둘\t0"),
      funding: cleanParts.funding
        .replace("(단위 : 천원)", "")
        .replace("300,000", "x")
        .replace("도비", "돈비"),
    });
    const codes = found(text).map((finding) => finding.split(" ")[0]);
    expect(codes).toEqual(
      expect.arrayContaining(["NOT_A_NUMBER", "NOT_A_NUMBER", "UNIT_MISSING", "VALUE_UNKNOWN"]),
    );
    expect(codes.filter((code) => code === "NOT_A_NUMBER")).toHaveLength(2);
  });
});

describe("the quarter", () => {
  const line = lineOf(formWith(), "1/4분기 추진실적");
  const withoutYears = formWith({ ...changed("this", "2024년 ", ""), ...changed("plan", "2024년 ", "") });

  test.each([
    ["printed with another year", formWith(), "2023-Q1"],
    ["another than is printed", formWith(), "2024-Q2"],
    ["another than is printed without a year", withoutYears, "2024-Q2"],
    ["neither printed nor given", withoutYears, undefined],
  ])("is refused where it is %s", (_, text, quarter) => {
    expect(read(text, quarter).report).toBeNull();
    expect(found(text, quarter)).toContain(`PERIOD_MISMATCH ${line}`);
  });

  test("is taken where it is the one that is printed", () => {
    expect(found(formWith(), "2024-Q1")).toEqual([]);
  });
});

describe("half a report", () => {
  const lines = formWith().split("\n");
  const cutBefore = (text: string) => lines.slice(0, lineOf(formWith(), text) - 1).join("\n");

  test.each([
    ["within its results", cutBefore("2024년 2/4분기")],
    ["within a row of its results", formWith().slice(0, formWith().indexOf("수강인원"))],
    ["before its tables", cutBefore("□ 시민참여")],
    ["behind the heading of a table", cutBefore("(단위 : 회)")],
    ["before the counts", cutBefore("2\t0\t-")],
    ["behind the heading of the amounts", cutBefore("공약사업명\t")],
    ["between the rows of its amounts", cutBefore("\t시비\t200,000")],
    ["within a row of its amounts", formWith().slice(0, formWith().indexOf("\t300,000") + 6)],
    ["its first half lost", lines.slice(lineOf(formWith(), "□ 시민참여") - 1).join("\n")],
  ])("cut off %s is refused", (_, text) => {
    expect(read(text).report).toBeNull();
    expect(read(text).findings.map(({ code }) => code)).toContain("VALUE_MISSING");
  });
});

describe("a text on another form", () => {
  test.each([
    "안녕하세요.\n□ 문제점 및 개선대책\n- 없음",
    "공약번호,기준분기,부서명,금액(원)\n1-4-2,2019-Q2,청년정책과,5",
    '{"공약": "1-4-2", "소관부서": "청년정책과"}',
    "# 주간업무보고\n\n1. 추진실적\n2. 향후계획\n\n문제점 : 없음",
  ])("is not taken for a report: %j", (text) => {
    expect(tryRead(text)).toBeNull();
  });
});
