import type { NonEmptyArray } from "type-graphql";
import { CourseResolver, CoursesOfPledgeResolver } from "./academy/course-resolver.ts";
import { enrollmentSummary } from "./academy/enrollment-summary.ts";
import { DepartmentResolver } from "./department/department-resolver.ts";
import { EnterpriseResolver } from "./enterprise/enterprise-resolver.ts";
import { FundingLineResolver } from "./funding/funding-line-resolver.ts";
import { fundingSummary } from "./funding/funding-summary.ts";
import { MunicipalityResolver } from "./municipality/municipality-resolver.ts";
import { OutletResolver, OutletsOfPledgeResolver } from "./outlet/outlet-resolver.ts";
import { outletSalesSummary } from "./outlet/outlet-sales-summary.ts";
import { PledgeResolver } from "./pledge/pledge-resolver.ts";
import { pledgeSummary } from "./pledge/pledge-summary.ts";
import {
  PurchaseResolver,
  PurchasesOfDepartmentResolver,
  PurchasesOfEnterpriseResolver,
} from "./purchase/purchase-resolver.ts";
import { purchaseSummary } from "./purchase/purchase-summary.ts";
import { TargetsOfDepartmentResolver } from "./purchase/purchase-target-resolver.ts";
import { FindingResolver } from "./release/finding-resolver.ts";
import { ReleaseResolver } from "./release/release-resolver.ts";
import { ReportResolver } from "./report/report-resolver.ts";
import { measuresResolver } from "./summary/catalogue.ts";
import { type DeclaredSummary, declaredSummary } from "./summary/summary-resolver.ts";

/** What a city's figures can be summed up by, one line a summary. */
export const summaries: readonly DeclaredSummary[] = [
  declaredSummary(fundingSummary),
  declaredSummary(pledgeSummary),
  declaredSummary(purchaseSummary),
  declaredSummary(outletSalesSummary),
  declaredSummary(enrollmentSummary),
];

/** The table of contents: what a city's data is about, one line a subject. */
export const subjects: NonEmptyArray<new () => object> = [
  MunicipalityResolver,
  DepartmentResolver,
  PledgeResolver,
  ReportResolver,
  FundingLineResolver,
  EnterpriseResolver,
  PurchaseResolver,
  PurchasesOfDepartmentResolver,
  PurchasesOfEnterpriseResolver,
  TargetsOfDepartmentResolver,
  OutletResolver,
  OutletsOfPledgeResolver,
  CourseResolver,
  CoursesOfPledgeResolver,
  ReleaseResolver,
  FindingResolver,
  ...summaries.map(({ resolver }) => resolver),
  measuresResolver(summaries.map(({ entry }) => entry)),
];
