import type { NonEmptyArray } from "type-graphql";
import { enrollmentSummary } from "./academy/enrollment-summary.ts";
import { FundingLineResolver } from "./funding/funding-line-resolver.ts";
import { fundingSummary } from "./funding/funding-summary.ts";
import { MunicipalityResolver } from "./municipality/municipality-resolver.ts";
import { outletSalesSummary } from "./outlet/outlet-sales-summary.ts";
import { PledgeResolver } from "./pledge/pledge-resolver.ts";
import { pledgeSummary } from "./pledge/pledge-summary.ts";
import { purchaseSummary } from "./purchase/purchase-summary.ts";
import { FindingResolver } from "./release/finding-resolver.ts";
import { ReleaseResolver } from "./release/release-resolver.ts";
import { ReportResolver } from "./report/report-resolver.ts";
import { summaryResolver } from "./summary/summary-resolver.ts";

/** The table of contents: what a city's data is about, one line a subject. */
export const subjects: NonEmptyArray<new () => object> = [
  MunicipalityResolver,
  PledgeResolver,
  ReportResolver,
  FundingLineResolver,
  summaryResolver(fundingSummary),
  summaryResolver(pledgeSummary),
  summaryResolver(purchaseSummary),
  summaryResolver(outletSalesSummary),
  summaryResolver(enrollmentSummary),
  ReleaseResolver,
  FindingResolver,
];
