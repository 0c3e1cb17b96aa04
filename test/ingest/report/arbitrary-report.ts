import fc from "fast-check";
import { datePeriods } from "../../../ingest/forms/report/funding/date-periods.ts";
import { checkTotals } from "../../../ingest/forms/report/funding/funding-checks.ts";
import type { FundingGrid, PrintedAmount } from "../../../ingest/forms/report/funding/funding-grid.ts";
import { findImpliedZeros } from "../../../ingest/forms/report/funding/implied-zeros.ts";
import { readDatedPeriod } from "../../../ingest/forms/report/funding/printed-period.ts";
import type {
  ReportDraft,
  SectionDraft,
  SourceLocation,
  StatementDraft,
} from "../../../ingest/forms/report/report-draft.ts";
import { readLearners } from "../../../ingest/forms/report/statements/learners.ts";
import { FundingSource } from "../../../schema/subjects/funding/funding-kinds.ts";
import { CellState } from "../../../schema/subjects/release/cell-state.ts";
import { ContactRole, ParticipationKind, SectionKind } from "../../../schema/subjects/report/report-kinds.ts";

const origin: SourceLocation = { line: 1, column: null, quote: "" };

/** Words that a careless reader or writer would take for form, markup, misprints or findings. */
const traps = fc.constantFrom(
  ...["○ 문제점", "개선대책", "- 개선대책 :", "2/4분기 추진실적", "2020년 1/4분기 추진계획 (향후 추진 계획)"],
  ...[
    "그동안 추진실적",
    "□ 시민참여 실적",
    "연도별 집행액",
    "(단위 : 원)",
    "소관부서",
    "구분",
    "1-4-2 공약",
    "국비",
  ],
  ...[
    "- 가",
    "○ 나 • 다",
    "• ",
    "※ 라",
    "○○시 - ○○구",
    "* 마",
    "**바**",
    "***",
    "o 사",
    "ㅇ 아",
    "-자",
    "· 차",
  ],
  ...[
    "<ul><li>가</li>",
    "<b>",
    "</p>",
    "&nbsp;",
    "&lt;b&gt;",
    "&#45; 나",
    "&",
    "<다>",
    "a\tb",
    "a\nb",
    "a\r\nb",
  ],
  ...[
    "「가",
    "나」",
    "사회경제적기업",
    "고양 삼성 A-12BL",
    "고양 삼송 A-12BL",
    "2019. 7. 11.(목)",
    "9:00~13:00",
  ],
  ...["수강인원 : 54명", "인원 : 1,200명(예정)", "찾아가는 아카데미", "기초·심화과정", "교육", "\u00a0끝"],
);
const word = fc.oneof(
  { weight: 3, arbitrary: traps },
  {
    weight: 2,
    arbitrary: fc.constantFrom("판매장 조성", "협약 체결(4월)", "2019. 5.~11. 설치", "A-4BL 입주"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
/** A text as reading gives it: composed, trimmed, not empty. */
const text = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" ").replaceAll("\uFFFD", "").replaceAll("\0", "").normalize("NFC").trim())
  .filter((words) => words !== "" && words.normalize("NFC").trim() === words);
const name = text.filter((words) => /\p{L}/u.test(words));

const statements = fc
  .array(fc.record({ text, deeper: fc.integer({ min: 0, max: 3 }) }), { maxLength: 8 })
  .map((list) => {
    const made: StatementDraft[] = [];
    for (const { text, deeper } of list) {
      const depth = made.length === 0 ? 0 : Math.min(deeper, made.at(-1)!.depth + 1);
      const parent = depth === 0 ? null : made.findLastIndex((one) => one.depth === depth - 1);
      made.push({ text, depth, parent, origin });
    }
    return made;
  });

const titles = {
  [SectionKind.BEFORE_QUARTER]: ["그동안 추진실적 (당해 분기 이전 실적)", "그간 추진실적"],
  [SectionKind.THIS_QUARTER]: [
    "2/4분기 추진실적 (당해 분기 실적)",
    "당해 분기 실적",
    "2019년 2/4분기 추진실적",
  ],
  [SectionKind.PLAN]: ["3/4분기 추진계획 (향후 추진 계획)", "향후 추진계획"],
};
const section = (kind: SectionKind) =>
  fc.record({
    kind: fc.constant(kind),
    title: fc.constantFrom(...titles[kind]),
    origin: fc.constant(origin),
    statements,
  });
const sections: fc.Arbitrary<SectionDraft[]> = fc
  .tuple(...Object.values(SectionKind).map((kind) => fc.option(section(kind))))
  .map((list) => list.flatMap((one) => one ?? []))
  // Without any results it is no report.
  .filter((list) => list.length > 0);

const cell = fc.oneof(
  fc.constant<PrintedAmount>({ state: CellState.DASH, won: null, origin }),
  fc.constant<PrintedAmount>({ state: CellState.BLANK, won: null, origin }),
  fc
    .tuple(fc.bigInt({ min: -5n, max: 9_999n }), fc.constantFrom(0n, 1n, 1_000n, 12_500_000n, 100_000_000n))
    .map(([count, unit]): PrintedAmount => ({ state: CellState.VALUE, won: count * unit, origin })),
);

/** Terms of four years that begin in any half year, with labels as they are met. */
const periods = fc
  .tuple(fc.integer({ min: 1998, max: 2086 }), fc.constantFrom(7, 4, 1), fc.boolean())
  .map(([year, month, isIncomplete]) => {
    const short = (one: number) => `'${String(one % 100).padStart(2, "0")}`;
    const first = isIncomplete ? `${short(year)}.${month}.` : `${year}년 ${month}월~12월`;
    const last = isIncomplete ? `${short(year + 4)}.6.` : `${short(year + 4)}.1.~6.`;
    const labels = [first, ...[1, 2, 3].map((more) => short(year + more)), last];
    const dated = labels.map((label) => ({ label, printed: readDatedPeriod(label.replace(/\s/g, ""))! }));
    return datePeriods([
      { label: "기투자", printed: { type: "BEFORE_TERM" } },
      ...dated,
      { label: "입기후", printed: { type: "AFTER_TERM" } },
    ]);
  });

const funding = fc
  .record({
    periods,
    sources: fc.subarray(Object.values(FundingSource), { minLength: 1 }),
    cells: fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 4, maxLength: 4 }),
    title: fc.constantFrom("연도별 집행액", "연도별 투자계획", "재원별 사업비 현황"),
    totals: fc.array(fc.constantFrom("right", "right", "wrong", "blank"), { minLength: 12, maxLength: 12 }),
  })
  .map(({ periods, sources, cells: all, title, totals }) => {
    const cells = all.slice(0, sources.length);
    const sum = (list: PrintedAmount[]) => list.reduce((total, { won }) => total + (won ?? 0n), 0n);
    const total = (kind: string | undefined, right: bigint): PrintedAmount => ({
      state: kind === "blank" ? CellState.BLANK : CellState.VALUE,
      won: kind === "blank" ? null : right + (kind === "wrong" ? 1n : 0n),
      origin,
    });
    const grid: FundingGrid = {
      sources,
      periods: periods.map((period) => ({ label: period.label, period })),
      cells,
      sourceTotals: cells.map((row, index) => total(totals[index], sum(row))),
      periodTotals: periods.map((_, index) => total(totals[index + 4], sum(cells.map((row) => row[index]!)))),
      grandTotal: total(totals[11], sum(cells.flat())),
    };
    const zeros = findImpliedZeros(grid);
    return {
      title,
      checks: checkTotals(grid).checks,
      funding: cells.flatMap((row, source) =>
        row.map(({ state, won }, period) => {
          const isZero = zeros[source]![period]!;
          const amount = isZero ? 0n : won;
          return {
            source: sources[source]!,
            period: periods[period]!,
            amount,
            state: isZero ? CellState.IMPLIED_ZERO : state,
            origin,
          };
        }),
      ),
    };
  });

const participation = fc.subarray(Object.values(ParticipationKind), { minLength: 2 }).chain((kinds) =>
  fc.tuple(
    ...kinds.map((kind) =>
      fc.oneof(
        fc
          .constantFrom(CellState.DASH, CellState.BLANK)
          .map((state) => ({ kind, count: null, state, origin })),
        fc.nat().map((count) => ({ kind, count, state: CellState.VALUE, origin })),
      ),
    ),
  ),
);

const contact = (role: ContactRole) =>
  fc.record({
    role: fc.constant(role),
    familyName: fc.constantFrom("윤", "최", "남궁", ""),
    extension: fc.constantFrom("3540", "031-8075-3721", "12"),
    origin: fc.constant(origin),
  });

/** Reports as the reader could have made them, with parts missing, other terms, and any texts. */
export const arbitraryReport: fc.Arbitrary<ReportDraft> = fc
  .record({
    pledgeCode: fc.constantFrom("1-4-2", "3-1", "10-2-3-4", "7"),
    title: name,
    titleOrigin: fc.constant(origin),
    department: fc.option(name.map((words) => words.replace(/\s+/g, " "))),
    quarter: fc.integer({ min: 2000 * 4, max: 2080 * 4 }),
    contacts: fc.tuple(...Object.values(ContactRole).map((role) => fc.option(contact(role)))),
    sections,
    participation: fc.option(participation),
    funding: fc.option(funding),
    problems: statements,
    remedies: statements,
  })
  .map(({ contacts, participation, funding, ...report }) => ({
    ...report,
    departmentOrigin: report.department === null ? null : origin,
    contacts: contacts.flatMap((one) => one ?? []),
    participation: participation ?? [],
    funding: funding?.funding ?? [],
    fundingHeading: funding && { title: funding.title, origin },
    checks: funding?.checks ?? [],
    enrollments: report.sections.flatMap(readLearners),
  }));
