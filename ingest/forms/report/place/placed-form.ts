import type { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { IssueKind, PartKind } from "../form/form-edition.ts";
import type { FormWords } from "../form/form-words.ts";
import type { SourceLocation } from "../report-draft.ts";
import type { GridRow } from "./grid.ts";
import type { SectionHeading } from "./section-headings.ts";

/** Paragraphs of a list of statements: those of one cell, or one outside of tables. */
export interface ListedCell {
  paragraphs: Paragraph[];
  isCell: boolean;
  /** A remark (비고): a separate statement after the others. */
  isRemark: boolean;
}

/** A section of results, before its bullets are parsed. */
export interface SectionContent {
  kind: SectionKind;
  heading: SectionHeading;
  cells: ListedCell[];
}

/** A list of the last part, before its bullets are parsed. */
export interface IssueContent {
  kind: IssueKind;
  cells: ListedCell[];
}

/** What stands in the header or in a part with a table: paragraphs and rows in order. Rows of a table are one entry. */
export type PartBlock = Paragraph | GridRow[];

/** A text that no part took besides whole paragraphs, such as a bracket in a heading. */
export type Leftover = SourceLocation;

/** A document laid out on the form: what each part of it has, and which paragraphs were taken by one. */
export interface PlacedForm {
  words: FormWords;
  header: PartBlock[];
  sections: SectionContent[];
  participation: PartBlock[];
  funding: PartBlock[];
  issues: IssueContent[];
  /** The first heading of each part. */
  headings: Map<PartKind, Paragraph>;
  misprints: { origin: SourceLocation; misprintOf: string }[];
  taken: Set<Paragraph>;
  leftovers: Leftover[];
  /** Whether the headings of the table of results are present. */
  hasResultColumns: boolean;
}
