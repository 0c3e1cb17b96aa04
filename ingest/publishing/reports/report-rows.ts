import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";
import type { QuarterNumber } from "../../../schema/core/scalars/quarter.ts";
import type { FundingPhase, FundingSource } from "../../../schema/subjects/funding/funding-kinds.ts";
import type { CellState } from "../../../schema/subjects/release/cell-state.ts";
import type {
  ContactRole,
  CourseKind,
  ParticipationKind,
  SectionKind,
} from "../../../schema/subjects/report/report-kinds.ts";

export type ReportPart = "BEFORE_QUARTER" | "THIS_QUARTER" | "PLAN" | "PROBLEM" | "REMEDY";

export abstract class Cited {
  @Column("integer", { name: "document_id" })
  documentId: number;

  @Column("text", { nullable: true })
  sheet: string | null;

  @Column("integer")
  line: number;

  @Column("integer", { nullable: true })
  column: number | null;

  @Column("text")
  quote: string;
}

export abstract class PartOfReport extends Cited {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Column("integer")
  quarter: QuarterNumber;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;
}

@Entity("department")
export class Department extends Cited {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @PrimaryColumn("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("text")
  name: string;
}

@Entity("funding_line")
export class FundingLine extends Cited {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Column("integer")
  quarter: QuarterNumber;

  @Column("text")
  source: FundingSource;

  @Column("text")
  phase: FundingPhase;

  @Column("integer", { nullable: true })
  year: number | null;

  @Column("text", { name: "period_label" })
  periodLabel: string;

  @Column("date", { name: "period_start", nullable: true })
  periodStart: string | null;

  @Column("date", { name: "period_end", nullable: true })
  periodEnd: string | null;

  @Column("bigint", { nullable: true })
  amount: string | null;

  @Column("text")
  state: CellState;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;
}

@Entity("report")
export class Report {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Column("integer")
  quarter: QuarterNumber;

  @Column("integer", { name: "document_id" })
  documentId: number;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;
}

@Entity("report_check")
export class Check {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Column("integer")
  quarter: number;

  @Column("integer")
  position: number;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Column("text", { name: "name_ko" })
  nameKo: string;

  @Column("text", { name: "name_en" })
  nameEn: string;

  @Column("bigint")
  expected: string;

  @Column("bigint")
  actual: string;

  @Column("boolean")
  holds: boolean;
}

@Entity("contact")
export class Contact extends PartOfReport {
  @Column("integer")
  position: number;

  @Column("text")
  role: ContactRole;

  @Column("text", { name: "family_name" })
  familyName: string;

  @Column("text")
  extension: string;
}

@Entity("participation_count")
export class ParticipationCount extends PartOfReport {
  @Column("text")
  kind: ParticipationKind;

  @Column("integer", { nullable: true })
  count: number | null;

  @Column("text")
  state: CellState;
}

@Entity("report_section")
export class ReportSection extends PartOfReport {
  @Column("text")
  kind: SectionKind;

  @Column("text")
  title: string;
}

@Entity("reported_enrollment")
export class ReportedEnrollment extends PartOfReport {
  @Column("integer")
  position: number;

  @Column("text")
  section: SectionKind;

  @Column("text", { nullable: true })
  kind: CourseKind | null;

  @Column("integer")
  learners: number;

  @Column("boolean")
  planned: boolean;
}

@Entity("statement")
export class Statement extends PartOfReport {
  @Column("text")
  part: ReportPart;

  @Column("integer")
  position: number;

  @Column("integer", { name: "parent_position", nullable: true })
  parentPosition: number | null;

  @Column("text")
  text: string;

  @Column("integer")
  depth: number;
}

/** The classes, for TypeORM. */
export const reportRows = [
  Department,
  FundingLine,
  Report,
  Check,
  Contact,
  ParticipationCount,
  ReportSection,
  ReportedEnrollment,
  Statement,
];
