import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { arbitraryReport } from "../../../test/ingest/report/arbitrary-report.ts";
import {
  type LaidBlock,
  type Layout,
  partsOf,
  printBlocks,
} from "../../../test/ingest/report/report-layouts.ts";
import { formWith, tryRead } from "../../../test/ingest/report/report-text.ts";
import type { ReportDraft, SourceLocation, StatementDraft } from "./report-draft.ts";
import { readLearners } from "./statements/learners.ts";

const words = [
  ...[
    "판매장 조성",
    "협약 체결(4월)",
    "사업비 : 50백만원(국비 70%, 시비 30%)",
    "2019. 5.~11. 설치",
    "개선대책 마련",
  ],
  ...[
    "고양 삼송 A-12BL 입주",
    "연도별 집행액 점검",
    "시민참여 실적 공개",
    "소관부서 협의",
    "(예비)사회적기업 지원",
  ],
  ...[
    "찾아가는 아카데미 수강인원 : 54명",
    "3/4분기 추진계획 수립",
    "문제점 분석",
    "교육 인원 : 1,200명(예정)",
  ],
];
const origin: SourceLocation = { line: 1, column: null, quote: "" };
const wordAt = (index: number): string => words[index % words.length]!;

/**
 * A list with other texts, no deeper than its bullets can show. It has one bullet at least: a foreign paragraph that
 * stands alone below a heading is what its section says.
 */
const withWords = (given: StatementDraft[], from: number, deepest: number): StatementDraft[] => {
  const statements = given.length > 0 ? given : [{ text: "", depth: 0, parent: null, origin }];
  const made: StatementDraft[] = [];
  for (const [index, { depth: depthInReport, origin }] of statements.entries()) {
    const depth = Math.min(depthInReport, deepest, index === 0 ? 0 : made[index - 1]!.depth + 1);
    const parent = depth === 0 ? null : made.findLastIndex((one) => one.depth === depth - 1);
    made.push({ text: `${wordAt(from + index)} ${from + index}`, depth, parent, origin });
  }
  return made;
};

/** Reports with all parts and texts that need no escapes. */
const report = arbitraryReport
  .filter(({ participation, funding }) => participation.length > 1 && funding.length > 0)
  .map((draft): ReportDraft => {
    const sections = draft.sections.map((section, index) => ({
      ...section,
      statements: withWords(section.statements, index * 20, 2),
    }));
    return {
      ...draft,
      ...{ pledgeCode: "1-4-2", title: "청년 창업 지원센터 건립", department: "청년정책과", sections },
      contacts: [
        { role: "DIVISION_HEAD", familyName: "김", extension: "2210", origin },
        { role: "TEAM_HEAD", familyName: "박", extension: "2215", origin },
      ] as ReportDraft["contacts"],
      problems: withWords(draft.problems, 100, 1),
      remedies: withWords(draft.remedies, 200, 1),
      enrollments: sections.flatMap(readLearners),
    };
  });

const layout: fc.Arbitrary<Layout> = fc.record({
  cells: fc.constantFrom("TABS", "PIPES", "FRAMED", "MARKDOWN", "HTML"),
  merged: fc.constantFrom("MERGED", "REPEATED"),
  title: fc.constantFrom("PARAGRAPH", "CELLS", "LABELS"),
  contacts: fc.constantFrom("ROW", "ROWS", "LIST", "LIST_BESIDE", "ABOVE"),
  results: fc.constantFrom("TABLE", "HEADINGS"),
  issues: fc.constantFrom("HEADINGS", "ROWS", "COLUMNS"),
});

/** What a report says, each fact by itself, without where. */
function factsOf(draft: ReportDraft): string[] {
  const inList = (list: string, statements: StatementDraft[]) =>
    statements.map(({ text, depth, parent }) => [list, depth, parent && statements[parent]!.text, text]);
  return [
    ["pledge", draft.pledgeCode, draft.title, draft.quarter],
    ...(draft.department ? [["department", draft.department]] : []),
    ...draft.contacts.map(({ role, familyName, extension }) => [role, familyName, extension]),
    ...draft.sections.flatMap(({ kind, statements }) => inList(kind, statements)),
    ...inList("PROBLEM", draft.problems),
    ...inList("REMEDY", draft.remedies),
    ...draft.participation.map(({ kind, count, state }) => [kind, count, state]),
    ...draft.funding.map(({ source, period: { start, end }, amount, state }) => [
      ...[source, start, end, String(amount), state],
    ]),
    ...draft.enrollments.map(({ section, kind, learners, planned }) => [section, kind, learners, planned]),
  ].map((fact) => JSON.stringify(fact));
}

const aboutContent = ["SUM_MISMATCH", "PERIOD_AFTER_REPORT"];
const notRead = ["UNPLACED_TEXT", "PART_MISSING"];

describe("a report in any layout", () => {
  test("is read as the same facts, with findings about content only", () => {
    fc.assert(
      fc.property(report, layout, (draft, as) => {
        const text = printBlocks(partsOf(draft, as).flat(), as);
        const { report: read, findings } = tryRead(text)!;
        const codes = findings.flatMap(({ code }) => (aboutContent.includes(code) ? [] : [code]));
        const missing =
          draft.sections.length === 3 ? [] : Array(3 - draft.sections.length).fill("PART_MISSING");
        const facts = read && factsOf(read).sort();
        expect({ text, codes, facts }).toEqual({ text, codes: missing, facts: factsOf(draft).sort() });
      }),
      { numRuns: 200 },
    );
  });

  const foreign: LaidBlock[] = [
    "이 문서는 내부 검토용으로 작성되었습니다.",
    "□ 타 부서 협조 사항",
    "(단위 : 명)",
    [
      [{ lines: ["품목"] }, { lines: ["수량"] }],
      [{ lines: ["의자"] }, { lines: ["10"] }],
    ],
    [[{ lines: ["결재"] }, { lines: ["과장"] }, { lines: ["국장"] }]],
  ];
  type Change = {
    is: "INSERT" | "INSIDE" | "AMONG" | "DELETE" | "SWAP" | "JOIN" | "SPLIT";
    at: number;
    other: number;
  };
  /** What may befall the blocks of a report on its way. */
  const change: fc.Arbitrary<Change> = fc.record({
    is: fc.constantFrom("INSERT", "INSIDE", "AMONG", "DELETE", "SWAP", "JOIN", "SPLIT"),
    at: fc.nat(40),
    other: fc.nat(40),
  });

  /** Applies a change to the parts of a report. */
  function apply(parts: LaidBlock[][], { is, at, other }: Change): LaidBlock[][] {
    const changed = parts.map((blocks) => [...blocks]);
    const [one, two] = [at % parts.length, other % parts.length];
    const added = foreign[other % foreign.length]!;
    const blocks = changed[one]!;
    const tables = blocks.flatMap((block, index) => (typeof block === "string" ? [] : [index]));
    const index = tables[other % Math.max(tables.length, 1)];
    const table = index === undefined ? undefined : (blocks[index] as Exclude<LaidBlock, string>);
    const bullets = blocks.flatMap((block, index) =>
      /^[○•-] (?!문제점$|개선대책$)/.test(String(block)) ? [index + 1] : [],
    );
    if (is === "AMONG" && bullets.length > 0) blocks.splice(bullets[other % bullets.length]!, 0, added);
    else if (is === "INSERT") changed.splice(one, 0, [added]);
    else if (is === "SWAP") [changed[one], changed[two]] = [changed[two]!, blocks];
    else if (is === "DELETE" && changed.length > 1) changed.splice(one, 1);
    else if (table && is === "INSIDE") blocks.splice(index!, 0, added);
    else if (table && is === "JOIN" && Array.isArray(blocks[index! + 1]))
      blocks.splice(index!, 2, [...table, ...(blocks[index! + 1] as typeof table)]);
    else if (table && is === "SPLIT" && table.length > 1) {
      const row = 1 + (other % (table.length - 1));
      blocks.splice(index!, 1, table.slice(0, row), table.slice(row));
    }
    return changed;
  }

  test.each([[["- 자재비 상승", ""]], [["", "- 예산 추가 확보"]], [["- 자재비 상승", "- 예산 추가 확보"]]])(
    "a row %j that a page divides from its headings 문제점 and 개선대책 is not read as either",
    (texts) => {
      const table = (cells: string[]) =>
        `<table>\n<tr>\n${cells.map((text) => `<td>${text}</td>`).join("\n")}\n</tr>\n</table>`;
      const issues = ["□ 문제점 및 개선대책", table(["문제점", "개선대책"]), table(texts)].join("\n\n");
      const { report: read, findings } = tryRead(formWith({ issues }))!;
      expect([read!.problems, read!.remedies]).toEqual([[], []]);
      expect(findings.map(({ code }) => code)).toContain("UNPLACED_TEXT");
    },
  );

  test("with blocks inserted, removed, exchanged, joined and split never states other facts in silence", () => {
    let accepted = 0;
    fc.assert(
      fc.property(report, layout, fc.array(change, { minLength: 1, maxLength: 3 }), (draft, as, changes) => {
        const parts = changes.reduce(apply, partsOf(draft, as));
        const text = printBlocks(parts.flat(), as);
        const result = tryRead(text);
        if (!result?.report) return;
        accepted += 1;
        const stated = factsOf(draft);
        const read = factsOf(result.report);
        const isWarned = result.findings.some(({ code }) => notRead.includes(code));
        const others = read.filter((fact) => !stated.includes(fact));
        const missing = stated.filter((fact) => !read.includes(fact));
        expect({ text: others.length > 0 ? text : "", others }).toEqual({ text: "", others: [] });
        expect(isWarned || missing.length === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});
