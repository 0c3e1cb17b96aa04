import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { formWith, read } from "../../../test/ingest/report/report-text.ts";
import { decodeText } from "../../documents/decode-text.ts";
import type { ReportDraft } from "./report-draft.ts";

const plain = formWith({
  before: [
    "그동안 추진실적 (당해 분기 이전 실적)",
    "",
    "○ 부지 확보",
    " - 매입 : 2023. 3. 15.(수)",
    "  · 면적 : A-4BL 1,200㎡, 9:00~13:00",
    "   이어지는 줄",
    " - 보상 - 협의",
    "○ 창업 교육",
    " - 찾아가는 과정 수강인원 : 1,035명",
  ].join("\n"),
});
const plainInOneCell = formWith({
  before:
    "그동안 추진실적 (당해 분기 이전 실적)\t○ 부지 확보\n - 매입 : 2023. 3. 15.(수)\n  · 면적 : A-4BL 1,200㎡, 9:00~13:00\n이어지는 줄\n - 보상 - 협의\n○ 창업 교육\n - 찾아가는 과정 수강인원 : 1,035명\t",
});
const markdown = formWith({
  before: [
    "**그동안 추진실적",
    "(당해 분기 이전 실적)**",
    "",
    "- 부지 확보",
    "\t- 매입 : 2023. 3. 15.(수)",
    "\t\t- 면적 : A-4BL 1,200㎡, 9:00~13:00",
    "이어지는 줄",
    "\t- 보상 - 협의",
    "- **창업** 교육",
    "\t- 찾아가는 과정 수강인원 : 1,035명",
  ].join("\n"),
});
const html = formWith({
  before:
    '<p style="text-align: center;">그동안 추진실적 (당해 분기 이전 실적)</p>\t<ul><li>부지 확보<ul><li>매입 : 2023. 3. 15.(수)<ul><li>면적 : A-4BL 1,200㎡, 9:00~13:00<br>이어지는 줄</li></ul></li><li>보상 - 협의</li></ul></li><li>창업 <b>교</b>육<ul><li>찾아가는 과정 수강인원 : 1,035명</li></ul></li></ul>\t',
});
const htmlOverLines = formWith({
  before: [
    "그동안 추진실적",
    "(당해 분기 이전 실적)\t<ul>",
    "<li>부지 확보",
    ...[
      "<ul>",
      "<li>매입 : 2023. 3. 15.(수)",
      "<ul>",
      "<li>면적 : A-4BL 1,200㎡, 9:00~13:00",
      "이어지는 줄</li>",
      "</ul>",
    ],
    ...["</li>", "<li>보상 - 협의</li>", "</ul>", "</li>", "<li>창업 교육"],
    "<ul><li>찾아가는 과정 수강인원 : 1,035명</li></ul></li>",
    "</ul>\t",
  ].join("\n"),
});
const unclosedHtml = formWith({
  before:
    "그동안 추진실적 (당해 분기 이전 실적)\t<ul> ○ 부지 확보 <ul> - 매입 : 2023. 3. 15.(수) <ul> • 면적 : A-4BL 1,200㎡, 9:00~13:00 이어지는 줄 - 보상 &#45; 협의 ○ 창업 교육 <ul> - 찾아가는 과정 수강인원 : 1,035명\t",
});

/** All that a report says, without where it says it. */
const facts = (report: ReportDraft | null) =>
  JSON.parse(
    JSON.stringify(report, (key, value) =>
      /origin/i.test(key) ? undefined : typeof value === "bigint" ? String(value) : value,
    ),
  );

describe("bullets", () => {
  test("give the tree of statements", () => {
    const { report, findings } = read(plain);
    expect(findings).toEqual([]);
    expect(report!.sections[0]!.statements.map(({ text, depth, parent }) => [text, depth, parent])).toEqual([
      ["부지 확보", 0, null],
      ["매입 : 2023. 3. 15.(수)", 1, 0],
      ["면적 : A-4BL 1,200㎡, 9:00~13:00 이어지는 줄", 2, 1],
      ["보상 - 협의", 1, 0],
      ["창업 교육", 0, null],
      ["찾아가는 과정 수강인원 : 1,035명", 1, 4],
    ]);
    expect(report!.enrollments).toMatchObject([
      { section: "BEFORE_QUARTER", kind: "OUTREACH", learners: 1035, planned: false },
      { section: "THIS_QUARTER", kind: null, learners: 35, planned: false },
    ]);
  });

  test.each([
    ["plain text in one cell", plainInOneCell],
    ["Markdown", markdown],
    ["HTML with <li>", html],
    ["HTML over many lines of one cell", htmlOverLines],
    ["HTML with signs on one line, never closed", unclosedHtml],
  ])("as %s say the same as in plain text", (_, text) => {
    expect(facts(read(text).report)).toEqual(facts(read(plain).report));
  });

  test("as closed markup give no finding", () => {
    expect([markdown, html, htmlOverLines, plainInOneCell].flatMap((text) => read(text).findings)).toEqual(
      [],
    );
  });

  test.each([
    ["signs outrank indentation", "○ 가\n- 나\n○ 다\n - 라", [0, 1, 0, 1]],
    ["indentation within one sign", "- 가\n   - 나\n - 다\n- 라", [0, 1, 1, 0]],
    ["unlike signs as they appear", "• 가\n - 나\n • 다\n• 라", [0, 1, 1, 0]],
    ["a note stands under what it follows", "○ 가\n※ 나\n- 다", [0, 1, 1]],
    ["a sign twice hides a name", "○ 가\n- ○○초 교육", [0, 1]],
    ["bold bullets", "**○ 가**\n - 나", [0, 1]],
  ])("%s", (_, bullets, depths) => {
    const { report } = read(formWith({ before: `그동안 추진실적\n\n${bullets}` }));
    expect(report!.sections[0]!.statements.map(({ depth }) => depth)).toEqual(depths);
  });

  const foreign = "이 문서는 내부 검토용입니다.";
  test.each<[string, string[], string[]]>([
    ["below a blank line", ["○ 가", "", "나", "", "- 다"], ["나"]],
    ["right below, a sentence that was not wrapped", ["○ 가", foreign, "- 다"], [foreign]],
    ["wrapped", [`○ 이 사업의 예산은 ${"가".repeat(9)}에서`, "확보하였습니다.", "- 다"], []],
    ["where bullets are sentences too", ["○ 예산을 확보합니다.", "내년에 착공합니다.", "- 다"], []],
    ["deeper than its bullet", ["○ 가", `   ${foreign}`, "- 다"], []],
    ["a phrase", ["○ 일시 : 2023. 3. 15.(수)", "2023. 3. 16.(목)", "- 다"], []],
    ["below a sign alone", ["○", foreign, "- 다"], []],
  ])("a text among them, %s, continues one or is reported", (_, lines, reported) => {
    const { report, findings } = read(formWith({ before: `그동안 추진실적\n\n${lines.join("\n")}` }));
    expect(findings.map(({ code, quote }) => [code, quote])).toEqual(
      reported.map((quote) => ["UNPLACED_TEXT", quote]),
    );
    const [first, second, ...others] = report!.sections[0]!.statements;
    const continued = lines.slice(0, -1).filter((line) => line !== "" && !reported.includes(line));
    expect(first!.text).toBe(
      continued
        .map((line) => line.replace("○", "").trim())
        .join(" ")
        .trim(),
    );
    expect([second, others]).toMatchObject([{ text: "다", parent: 0 }, []]);
  });
});

describe("encodings and line breaks", () => {
  test.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${plain}`)],
    ["UTF-8 decomposed", Buffer.from(plain.normalize("NFD"))],
    ["CP949", iconv.encode(plain, "cp949")],
    ["CRLF", Buffer.from(plain.replaceAll("\n", "\r\n"))],
    ["CR", Buffer.from(plain.replaceAll("\n", "\r"))],
    ["CP949 with CRLF", iconv.encode(plain.replaceAll("\n", "\r\n"), "cp949")],
  ])("%s gives the same facts on the same lines", (_, bytes) => {
    const decoded = decodeText(bytes);
    expect(read("text" in decoded ? decoded.text : "")).toEqual(read(plain));
  });
});
