import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  changed,
  cleanParts,
  formWith,
  lineOf,
  read,
  tryRead,
} from "../../../test/ingest/report/report-text.ts";
import { withoutTags } from "../../documents/text/markup.ts";
import { textDocument } from "../../documents/text/text-document.ts";
import { paragraphsOf } from "./place/unplaced.ts";
import type { ReadReport } from "./read-report.ts";
import type { ReportDraft } from "./report-draft.ts";

const document = new URL("../../../test/contract/documents/goyang-1-4-2-2019-Q2.txt", import.meta.url);
const real = readFileSync(document, "utf8");

/** What the form itself prints, without white space. */
const formWords = [
  ...["추진실적및향후추진계획", "시민참여실적", "연도별집행액", "문제점및개선대책", "문제점", "개선대책"],
  ...["구분", "추진실적및추진계획", "비고", "소관부서", "과장", "팀장", "과팀장장", "연락처"],
  ...[
    "(단위:회)",
    "(단위:백만원)",
    "(단위:천원)",
    "공약관련회의",
    "설명회,민생탐방",
    "전문가자문",
    "언론/방송보도",
    "기타",
  ],
  ...["연도별집행액(단위:백만원)", "시민참여실적(단위:회)", "공약사업명", "계", "국비", "도비", "시비"],
];
/** Whether a text is a word of the form, or what is left of one when letters of it are deleted. */
const isFormWord = (piece: string): boolean =>
  formWords.some(
    (word) => [...word].reduce((rest, letter) => (rest[0] === letter ? rest.slice(1) : rest), piece) === "",
  );
const signs = /^[□○•*#\-\s]+|\*\*/g;

/** The texts that UNPLACED_TEXT reports: of a table or row all, though its finding quotes only the first. */
function reported(text: string, { findings }: ReadReport): string[] {
  const places = findings.flatMap(({ code, line, quote }) =>
    code === "UNPLACED_TEXT" ? [`${line} ${quote}`] : [],
  );
  return textDocument(text).blocks.flatMap((block) => {
    const paragraphs = paragraphsOf({ blocks: [block] });
    const isReported = paragraphs.some(({ line, text, raw }) => places.includes(`${line} ${raw ?? text}`));
    return isReported ? paragraphs.map(({ text, raw }) => raw ?? text) : [];
  });
}

/** The cells and bullets of a document whose text is neither printed on the form, nor kept in the report, nor reported. */
function lost(text: string, result: ReadReport): string[] {
  const { report, findings } = result;
  const quotes = [...findings.map(({ quote }) => quote), ...reported(text, result)];
  const storedText = JSON.stringify({ report, quotes }, (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  )
    .replaceAll('\\"', '"')
    .replace(/\s|\*\*/g, "");
  return text
    .split("\n")
    .flatMap((line) => withoutTags(line).split(/[\t○•-]|(?<=^.*\t\d+) (?=\d+$)/))
    .map((piece) => piece.replace(signs, "").replace(signs, "").replace(/\s/g, ""))
    .filter((piece) => piece !== "" && !isFormWord(piece) && !storedText.includes(piece));
}
/** Totals are in the checks of a report, in won, as they are without their comma. */
const totals = /^(3,?905|3,?752\.5|625|820|46|106\.5)$/;
/** Nothing is lost of a file that is rejected as a whole. */
const lostFrom = (text: string) => {
  const result = tryRead(text, "2019-Q2");
  return result?.report ? lost(text, result).filter((piece) => !totals.test(piece)) : [];
};

const statementsOf = ({ sections, problems, remedies }: ReportDraft) => [
  ...sections.flatMap((one) => one.statements),
  ...problems,
  ...remedies,
];

const lines = real.split("\n");
const lineIndex = fc.nat({ max: lines.length - 1 });

const statementCount = statementsOf(read(formWith()).report!).length;

describe("no text is lost", () => {
  test("of the real report", () => {
    expect(lostFrom(real)).toEqual([]);
  });

  test.each([
    ["before the header", (line: string) => formWith({ header: `${line}\n\n${cleanParts.header}` })],
    ["in the header", (line: string) => formWith({ header: `${cleanParts.header}\n${line}` })],
    ["before the sections", (line: string) => formWith({ results: `${cleanParts.results}\n${line}` })],
    ["after a section", (line: string) => formWith({ before: `${cleanParts.before}\n\n${line}` })],
    [
      "before the counts",
      (line: string) => formWith(changed("participation", "공약 관련", `${line}\n\n공약 관련`)),
    ],
    [
      "after the counts",
      (line: string) => formWith({ participation: `${cleanParts.participation}\n\n${line}` }),
    ],
    [
      "before the amounts",
      (line: string) => formWith(changed("funding", "공약사업명", `${line}\n\n공약사업명`)),
    ],
    ["after the amounts", (line: string) => formWith({ funding: `${cleanParts.funding}\n\n${line}` })],
    ["before the problems", (line: string) => formWith(changed("issues", "○ 문제점", `${line}\n\n○ 문제점`))],
    ["at the end", (line: string) => formWith({ issues: `${cleanParts.issues}\n\n${line}` })],
  ])("that stands %s: it is a statement with its line, or reported there", (_, put) => {
    for (const line of ["알 수 없는 줄", "※ 담당자 확인 필요", "□ 기타 사항", "알 수 없는\t줄"]) {
      const text = put(line);
      const { report, findings } = read(text);
      const place = lineOf(text, line);
      const words = line.replace(/^[※□] |\t.*/g, "");
      const added = statementsOf(report!).filter((one) => one.text === words);
      const stated = added.map(({ origin }) => origin.line);
      const reportedLines = findings.flatMap(({ code, line, quote }) =>
        code === "UNPLACED_TEXT" && quote?.includes(words) ? [line] : [],
      );
      expect([...stated, ...reportedLines]).toEqual([place]);
      // What stands below a foreign heading (□) belongs to no part either; else all the rest is read as before.
      const others = statementsOf(report!).length - added.length;
      const codes = new Set(findings.map(({ code }) => code));
      expect(line.startsWith("□") || others === statementCount).toBe(true);
      expect(line.startsWith("□") || codes.size === reportedLines.length).toBe(true);
    }
  });

  test("in the column of remarks, also behind a cell of several lines", () => {
    const overLines = formWith({ before: "그동안 추진실적\t<ul>\n<li>부지 확보</li>\n</ul>\t도비 협의 중" });
    expect(read(overLines).findings).toEqual([]);
    expect(read(overLines).report!.sections[0]!.statements).toMatchObject([
      { text: "부지 확보" },
      { text: "도비 협의 중", origin: { line: 10, column: 2 } },
    ]);
    const text = formWith({ before: `${cleanParts.before}도비 협의 중` });
    expect(read(text).report!.sections[0]!.statements.at(-1)).toMatchObject({
      text: "도비 협의 중",
      depth: 0,
    });
  });

  test("whatever becomes of the real report, and nothing throws", () => {
    const change = fc.oneof(
      fc.nat({ max: real.length }).map((cutAt) => real.slice(0, cutAt)),
      fc
        .tuple(lineIndex, lineIndex)
        .map(([one, other]) => lines.with(one, lines[other]!).with(other, lines[one]!).join("\n")),
      fc.tuple(lineIndex, lineIndex).map(([from, to]) => lines.toSpliced(to, 0, lines[from]!).join("\n")),
      lineIndex.map((index) => lines.toSpliced(index, 1).join("\n")),
      fc
        .tuple(
          lineIndex,
          fc.constantFrom("낯선 글", "낯선\t글", "\t\t낯선 글", "<ul> ○ 낯선 - 글", "**낯선** 글"),
        )
        .map(([index, line]) => lines.toSpliced(index, 0, line).join("\n")),
      fc
        .tuple(fc.nat({ max: real.length }), fc.integer({ min: 1, max: 3 }))
        .map(([at, length]) => real.slice(0, at) + real.slice(at + length)),
    );
    fc.assert(
      fc.property(change, (text) => {
        expect(lostFrom(text)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("any text can be read without throwing", () => {
    const piece = fc.oneof(
      fc.constantFrom(...lines),
      fc.string(),
      fc.constantFrom("\t", "\n", "<ul>", "</ul>", "<li>", "○ ", " - "),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = `${cleanParts.header}\n\n${cleanParts.results}\n${pieces.join("\n")}`;
        expect(read(text, "2019-Q2").findings).toBeInstanceOf(Array);
      }),
      { numRuns: 150 },
    );
  });
});
