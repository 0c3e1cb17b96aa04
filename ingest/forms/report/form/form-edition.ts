import type { Localized } from "../../../../schema/core/localized.ts";
import type { QuarterNumber } from "../../../../schema/core/scalars/quarter.ts";
import type { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import type {
  ContactRole,
  ParticipationKind,
  SectionKind,
} from "../../../../schema/subjects/report/report-kinds.ts";

/** The parts of the form after its header. */
export type PartKind = "RESULTS" | "PARTICIPATION" | "FUNDING" | "ISSUES";
/** The lists of the part ISSUES. */
export type IssueKind = "PROBLEM" | "REMEDY";
/** What a label of the contacts announces; ROLE and NAME are the headings of a list, OTHER_ROLE is nobody of the form. */
export type ContactLabel = ContactRole | "DEPARTMENT" | "EXTENSION" | "ROLE" | "NAME" | "OTHER_ROLE";
/** The columns of the table of amounts other than its periods. */
export type FundingColumn = "TITLE" | "SOURCE" | "TOTAL" | "REMARKS" | "BEFORE_TERM" | "AFTER_TERM";
/** The rows of the table of amounts. */
export type FundingRowKind = FundingSource | "TOTAL";

/** A word of the form as it prints it, and the variants that are read as the same; white space never matters. */
export interface FormWord {
  title: string;
  variants: readonly string[];
}

/** The heading of a section: alone, or following a quarter (2019년 2/4분기 추진실적). */
export interface SectionWord extends FormWord {
  /** Read only after a quarter. Left out: the heading prints none. */
  afterQuarter?: readonly string[];
  /** What the form prints in brackets behind it. */
  remark: string;
}

/**
 * An edition of the form of a quarterly report: its parts and their words. The reader, the writer, the checks and the
 * messages all follow it; a new edition is a further declaration.
 */
export interface FormEdition {
  name: Localized;
  /** The first and the last quarter that are reported on it; null if open. */
  validFrom: QuarterNumber | null;
  validTo: QuarterNumber | null;
  header: {
    code: FormWord;
    title: FormWord;
    contacts: Readonly<Record<ContactLabel, FormWord>>;
  };
  /** In the order of the form. */
  parts: Readonly<Record<PartKind, FormWord>>;
  /** Headings of the table of results, the first of which is that of the column of sections. */
  resultColumns: readonly FormWord[];
  sections: Readonly<Record<SectionKind, SectionWord>>;
  participation: {
    columns: Readonly<Record<ParticipationKind, FormWord>>;
    /** Columns and row labels that carry no count. */
    labels: FormWord;
    unit: string;
  };
  funding: {
    columns: Readonly<Record<FundingColumn, FormWord>>;
    rows: Readonly<Record<FundingRowKind, FormWord>>;
  };
  issues: Readonly<Record<IssueKind, FormWord>>;
}
