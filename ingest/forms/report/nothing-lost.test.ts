import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { changed, cleanParts, formWith, lineOf, read } from "../../../test/ingest/report/report-text.ts";
import { isReport } from "./detect-report.ts";
import { withoutTags } from "./layout/markup.ts";
import type { ReadReport } from "./read-report.ts";

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

/** The cells and bullets of a document whose text is neither printed on the form nor kept in the report. */
function lost(text: string, { report, findings }: ReadReport): string[] {
  const quotes = findings.map(({ quote }) => quote);
  const kept = JSON.stringify({ report, quotes }, (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  )
    .replaceAll('\\"', '"')
    .replace(/\s|\*\*/g, "");
  return text
    .split("\n")
    .flatMap((line) => withoutTags(line).split(/[\t○•-]|(?<=^.*\t\d+) (?=\d+$)/))
    .map((piece) => piece.replace(signs, "").replace(signs, "").replace(/\s/g, ""))
    .filter((piece) => piece !== "" && !isFormWord(piece) && !kept.includes(piece));
}
/** Totals are in the checks of a report, in won, as they are without their comma. */
const totals = /^(3,?905|3,?752\.5|625|820|46|106\.5)$/;
/** Nothing is lost of a file that is rejected as a whole. */
const lostFrom = (text: string) => {
  if (!isReport(text)) return [];
  const result = read(text, "2019-Q2");
  return result.report ? lost(text, result).filter((piece) => !totals.test(piece)) : [];
};

const lines = real.split("\n");
const lineIndex = fc.nat({ max: lines.length - 1 });

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
  ])("that stands %s: it is a statement with its line", (_, put) => {
    for (const line of ["알 수 없는 줄", "※ 담당자 확인 필요", "□ 기타 사항"]) {
      const text = put(line);
      const { report, findings } = read(text);
      expect(findings).toEqual([]);
      const statements = [
        ...report!.sections.flatMap((one) => one.statements),
        ...report!.problems,
        ...report!.remedies,
      ];
      const words = line.replace(/^[※□] /, "");
      expect(statements.filter((one) => one.text === words)).toMatchObject([
        { origin: { line: lineOf(text, line) } },
      ]);
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
