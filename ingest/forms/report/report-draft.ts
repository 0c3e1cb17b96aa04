import type { Localized } from "../../../schema/core/localized.ts";
import type { QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import type { CourseKind } from "../../../schema/subjects/academy/course-kind.ts";
import type { FundingSource } from "../../../schema/subjects/funding/funding-kinds.ts";
import type { CellState } from "../../../schema/subjects/release/cell-state.ts";
import type {
  ContactRole,
  ParticipationKind,
  SectionKind,
} from "../../../schema/subjects/report/report-kinds.ts";

/**
 * The position of a text in a document. `line` and `column` count from 1; `column` is the cell of a table line,
 * null if the line has no cells. `quote` is the text letter for letter; empty for a blank cell.
 */
export interface SourceLocation {
  line: number;
  column: number | null;
  quote: string;
}

/** One bullet. `depth` is 0 at the top; `parent` is the index of the parent bullet in the same list. */
export interface StatementDraft {
  text: string;
  depth: number;
  parent: number | null;
  origin: SourceLocation;
  /** The lines that continue it, each with the position in `text` at which its words begin. */
  laterOrigins?: { from: number; origin: SourceLocation }[];
}

export interface SectionDraft {
  kind: SectionKind;
  /** The heading as printed, markup removed: 그동안 추진실적 (당해 분기 이전 실적). */
  title: string;
  origin: SourceLocation;
  statements: StatementDraft[];
}

export interface ContactDraft {
  role: ContactRole;
  familyName: string;
  extension: string;
  origin: SourceLocation;
}

export interface ParticipationDraft {
  kind: ParticipationKind;
  /** Number of times; null for a blank or a dash. */
  count: number | null;
  state: CellState;
  origin: SourceLocation;
}

/** A column of the funding table. The first is 기투자 (start null), the last 임기후 (end null); dates are 2019-12-31. */
export interface PeriodDraft {
  label: string;
  start: string | null;
  end: string | null;
}

export interface FundingDraft {
  source: FundingSource;
  period: PeriodDraft;
  /** Whole won; null if nothing is printed and nothing proves it to be zero. */
  amount: bigint | null;
  state: CellState;
  origin: SourceLocation;
}

/** A printed total: `expected` is what is printed, `actual` what the cells add up to, both whole won. */
export interface CheckDraft {
  name: Localized;
  expected: bigint;
  actual: bigint;
  holds: boolean;
}

/** A number of learners stated in a section. */
export interface EnrollmentDraft {
  section: SectionKind;
  /** Null if neither the bullet nor those above it name a kind of course. */
  kind: CourseKind | null;
  learners: number;
  planned: boolean;
  origin: SourceLocation;
}

/** The content of a quarterly report, before it is published. */
export interface ReportDraft {
  pledgeCode: string;
  title: string;
  titleOrigin: SourceLocation;
  /** Null if the header has no department. */
  department: string | null;
  departmentOrigin: SourceLocation | null;
  quarter: QuarterNumber;
  contacts: ContactDraft[];
  sections: SectionDraft[];
  participation: ParticipationDraft[];
  funding: FundingDraft[];
  /** The heading over the amounts as printed, markup and unit removed: 연도별 투자계획; null without amounts. */
  fundingHeading: { title: string; origin: SourceLocation } | null;
  problems: StatementDraft[];
  remedies: StatementDraft[];
  enrollments: EnrollmentDraft[];
  checks: CheckDraft[];
}
