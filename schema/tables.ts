import type { DataSourceOptions } from "typeorm";
import { CourseQuarter } from "./academy/course-quarter.ts";
import { Department } from "./department/department.ts";
import { Certificate } from "./enterprise/certificate.ts";
import { FundingLine } from "./funding/funding-line.ts";
import { FactsOfReports1763900000001 } from "./migrations/0001-facts-of-reports.ts";
import { FactsOfFeeds1763900000002 } from "./migrations/0002-facts-of-feeds.ts";
import { Municipality } from "./municipality/municipality.ts";
import { Outlet } from "./outlet/outlet.ts";
import { OutletMonth } from "./outlet/outlet-month.ts";
import { Purchase } from "./purchase/purchase.ts";
import { PurchaseTarget } from "./purchase/purchase-target.ts";
import { Change } from "./release/change.ts";
import { Finding } from "./release/finding.ts";
import { Release } from "./release/release.ts";
import { SourceDocument } from "./release/source-document.ts";
import { Check } from "./report/check.ts";
import { Contact } from "./report/contact.ts";
import { ParticipationCount } from "./report/participation-count.ts";
import { Report } from "./report/report.ts";
import { ReportSection } from "./report/report-section.ts";
import { ReportedEnrollment } from "./report/reported-enrollment.ts";
import { Statement } from "./report/statement.ts";

/** The classes that stand for tables. */
export const entities: DataSourceOptions["entities"] = [
  Certificate,
  Change,
  Check,
  Contact,
  CourseQuarter,
  Department,
  Finding,
  FundingLine,
  Municipality,
  Outlet,
  OutletMonth,
  ParticipationCount,
  Purchase,
  PurchaseTarget,
  Release,
  Report,
  ReportedEnrollment,
  ReportSection,
  SourceDocument,
  Statement,
];

/** The steps that lead from an empty database to these tables, in their order. */
export const migrations: DataSourceOptions["migrations"] = [
  FactsOfReports1763900000001,
  FactsOfFeeds1763900000002,
];
