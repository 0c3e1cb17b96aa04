import type { QuarterNumber } from "../../../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../../../schema/subjects/report/report-kinds.ts";
import type { DatePrecision, FigureUnit } from "../../../../../schema/subjects/report/stated-kinds.ts";
import type { SectionDraft, SourceLocation, StatementDraft } from "../../report-draft.ts";
import { narrowText } from "./narrow-text.ts";

/** A place in the text of a statement. */
export interface Span {
  start: number;
  end: number;
}

interface Stated {
  section: SectionKind;
  /** Index of its statement in the section. */
  statement: number;
  planned: boolean;
  /** The line that it is printed in: of a statement that continues on further lines one of these. */
  origin: SourceLocation;
}

/** A figure in the text of a section; `value` is an exact decimal number: 50000000, 154.36. */
export interface StatedFigureDraft extends Stated {
  value: string;
  unit: FigureUnit;
  label: string | null;
}

/** A date or period in the text of a section: first and last day as 2019-04-01. */
export interface StatedDateDraft extends Stated {
  start: string;
  end: string;
  precision: DatePrecision;
}

/** A statement with what its figures and dates depend on. */
export interface StatementContext {
  section: SectionKind;
  quarter: QuarterNumber;
  statement: StatementDraft;
  index: number;
  /** Its text, narrowed. */
  text: string;
  /** The texts of the statements that it stands under, and of the section's heading. */
  above: readonly string[];
}

/** No bullet of a real report is longer or deeper; what is would take quadratic time. */
const longest = 4_000;
const deepest = 20;

/** The statements of a section in their context, without those that are no bullets of a report for their length. */
export function contextsOf(section: SectionDraft, quarter: QuarterNumber): StatementContext[] {
  const above: string[][] = [];
  const title = narrowText(section.title);
  const contexts = section.statements.map((statement, index): StatementContext => {
    const text = narrowText(statement.text);
    const ofParent = statement.parent === null ? [title] : above[statement.parent]!;
    above.push([...ofParent.slice(-deepest), text]);
    return { section: section.kind, quarter, statement, index, text, above: ofParent };
  });
  return contexts.filter(({ text, above: words }) =>
    [text, ...words].every(({ length }) => length <= longest),
  );
}

/** The line of a statement that contains a place of its text; null for a place that is divided between two. */
export function originOf(
  { origin, laterOrigins = [] }: StatementDraft,
  { start, end }: Span,
): SourceLocation | null {
  const line = (position: number) => laterOrigins.findLast(({ from }) => from <= position)?.origin ?? origin;
  return line(start) === line(end - 1) ? line(start) : null;
}

/** 예정 as a mark, not in names of what was planned: 입주예정지, 계약예정액. */
const mark = /예정(?![지자가액]|부지)/;
const ownMark = /^ ?\(예정\)/;

/**
 * Whether a figure or date of a statement is planned: it stands in the plan, or is marked (예정) itself, in its clause or above.
 * `figures` are the places of all figures in the text: a mark behind one is of that one alone.
 */
export function isPlanned(
  { section, text, above }: StatementContext,
  span: Span,
  figures: readonly Span[],
): boolean {
  if (section === SectionKind.PLAN) return true;
  if (above.some((words) => /\(예정\)|예정$/.test(words.trim()))) return true;
  const cuts = [...text.matchAll(/[,;](?!\d{3})/g)].map(({ index }) => index);
  const start = (cuts.findLast((cut) => cut < span.start) ?? -1) + 1;
  // 5개소, 3개 과정 운영 예정: what says nothing of its own shares what is said of the next.
  const end = cuts.find((cut) => cut >= span.end && /[가-힣]/.test(text.slice(span.end, cut))) ?? text.length;
  const letters = text.split("");
  for (const other of figures) {
    const foreign = other.start === span.start ? null : ownMark.exec(text.slice(other.end));
    if (foreign) letters.fill(" ", other.end, other.end + foreign[0].length);
  }
  return mark.test(letters.slice(start, end).join(""));
}
