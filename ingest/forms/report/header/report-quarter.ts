import {
  formatQuarter,
  type QuarterNumber,
  quarterOf,
  quarterOfYear,
  yearOfQuarter,
} from "../../../../schema/core/scalars/quarter.ts";
import { Severity } from "../../../../schema/subjects/release/finding-code.ts";
import { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { locationOf } from "../place/printed.ts";
import type { SectionHeading } from "../place/section-headings.ts";
import type { SourceLocation } from "../report-draft.ts";
import { quarterIn } from "./printed-quarter.ts";

/** The quarter of a report, null if unknown, with the findings on it. */
export interface ReportQuarter {
  quarter: QuarterNumber | null;
  findings: FindingDraft[];
}

/** A quarter as printed in one place; the year is null if it is not printed there. */
interface Printed {
  year: number | null;
  /** 1 to 4. */
  number: number;
  origin: SourceLocation;
}

/**
 * The quarter printed in the heading of this quarter's results, else in a paragraph before the sections, else the
 * quarter before that of the plan. A year that is not printed there is taken from `given` or the plan.
 */
export function findQuarter(
  headings: SectionHeading[],
  before: readonly Paragraph[],
  specified: QuarterNumber | undefined,
): ReportQuarter {
  const own = headings.flatMap((heading) => printedIn(heading, SectionKind.THIS_QUARTER)).at(0);
  const above = before.flatMap(printedAbove).at(0);
  const plan = headings
    .flatMap((heading) => printedIn(heading, SectionKind.PLAN))
    .map(quarterBefore)
    .at(0);
  const printed = own ?? above ?? plan;
  if (!printed) return withoutPrinted(headings, before, specified);
  const agreeing = [own, above].find((one) => one?.year != null && one.number === printed.number);
  const planned = plan?.year != null && plan.number === printed.number ? plan.year : undefined;
  const specifiedYear = specified === undefined ? undefined : yearOfQuarter(specified);
  const year = agreeing?.year ?? planned ?? specifiedYear;
  if (year == null) return { quarter: null, findings: [unknown(printed.origin)] };
  const quarter = quarterOf(year, printed.number);
  const findings =
    specified !== undefined && specified !== quarter ? [mismatch(printed, quarter, specified)] : [];
  if (agreeing?.year == null) findings.push(yearNotPrinted(printed.origin, quarter, planned !== undefined));
  const isNext = !plan || (plan.number === printed.number && (plan.year ?? year) === year);
  if (!isNext) findings.push(otherPlan(plan, quarter));
  return { quarter, findings };
}

const printedIn = ({ kind, year, quarter, origin }: SectionHeading, expected: SectionKind): Printed[] =>
  kind === expected && quarter !== null ? [{ year, number: quarter, origin }] : [];

const quarterBefore = ({ year, number, origin }: Printed): Printed => ({
  year: year !== null && number === 1 ? year - 1 : year,
  number: number === 1 ? 4 : number - 1,
  origin,
});

/** 2019년 2/4분기 before the sections, as in the heading of a cover. */
function printedAbove(paragraph: Paragraph): Printed[] {
  const quarter = quarterIn(paragraph.text);
  return quarter ? [{ ...quarter, origin: locationOf(paragraph) }] : [];
}

function withoutPrinted(
  headings: SectionHeading[],
  before: readonly Paragraph[],
  specified: QuarterNumber | undefined,
): ReportQuarter {
  const first = before.at(0);
  const origin =
    headings.find(({ kind }) => kind === SectionKind.THIS_QUARTER)?.origin ??
    headings[0]?.origin ??
    (first ? locationOf(first) : { line: 1, column: null, quote: "" });
  if (specified === undefined) return { quarter: null, findings: [unknown(origin)] };
  return { quarter: specified, findings: [yearNotPrinted(origin, specified, false)] };
}

const yearNotPrinted = (origin: SourceLocation, quarter: QuarterNumber, fromPlan: boolean): FindingDraft =>
  draftFinding(
    "REPORT_YEAR_NOT_PRINTED",
    origin,
    `보고서의 연도가 적혀 있지 않아 ${fromPlan ? "다음 분기 추진계획의 제목" : "가져올 때 지정한 분기"}에 따라 ${formatQuarter(quarter)} 보고서로 보았습니다. ‘${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기 추진실적’처럼 적어 주십시오.`,
    `The report does not give its year; ${formatQuarter(quarter)} was taken from ${fromPlan ? "the heading of the next quarter's plan" : "the quarter given on import"}. Write “${yearOfQuarter(quarter)}년 ${quarterOfYear(quarter)}/4분기 추진실적”.`,
  );

const unknown = (origin: SourceLocation): FindingDraft =>
  draftFinding(
    "PERIOD_MISMATCH",
    origin,
    "보고서의 연도와 분기를 알 수 없습니다. --quarter 2019-Q2처럼 분기를 지정하거나 ‘2019년 2/4분기 추진실적’처럼 제목에 적어 주십시오.",
    "The report gives no complete quarter, and none was specified. Add --quarter 2019-Q2, or write “2019년 2/4분기 추진실적” in the heading.",
  );

const mismatch = (printed: Printed, quarter: QuarterNumber, specified: QuarterNumber): FindingDraft =>
  draftFinding(
    "PERIOD_MISMATCH",
    printed.origin,
    `지정한 분기는 ${formatQuarter(specified)}인데 보고서에는 ${printed.year === null ? `${printed.number}/4분기` : formatQuarter(quarter)}로 적혀 있습니다. --quarter를 고치거나 맞는 파일을 올려 주십시오.`,
    `The specified quarter is ${formatQuarter(specified)}, but the report says ${printed.year === null ? `${printed.number}/4분기` : formatQuarter(quarter)}. Correct --quarter or import the right file.`,
  );

/** A warning for a plan that is not that of the next quarter. */
const otherPlan = (plan: Printed, quarter: QuarterNumber): FindingDraft => ({
  ...draftFinding(
    "PERIOD_MISMATCH",
    plan.origin,
    `${formatQuarter(quarter)} 보고서의 추진계획은 ${formatQuarter(quarter + 1)}의 것이어야 하는데 제목은 ‘${plan.origin.quote}’입니다. 어느 쪽 분기가 맞는지 원문에서 확인하십시오.`,
    `The plan of a report on ${formatQuarter(quarter)} should be for ${formatQuarter(quarter + 1)}, but its heading is “${plan.origin.quote}”. Check in the original which quarter is correct.`,
  ),
  severity: Severity.WARNING,
});
