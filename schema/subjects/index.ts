import "reflect-metadata";
import { academySubject } from "./academy/academy-subject.ts";
import { departmentSubject } from "./department/department-subject.ts";
import { embedSubject } from "./embed/embed-subject.ts";
import { enterpriseSubject } from "./enterprise/enterprise-subject.ts";
import { fundingSubject } from "./funding/funding-subject.ts";
import { municipalitySubject } from "./municipality/municipality-subject.ts";
import { outletSubject } from "./outlet/outlet-subject.ts";
import { pledgeSubject } from "./pledge/pledge-subject.ts";
import { purchaseSubject } from "./purchase/purchase-subject.ts";
import { releaseSubject } from "./release/release-subject.ts";
import { reportSubject } from "./report/report-subject.ts";
import type { Subject } from "./subject-module.ts";

/** The table of contents: all subjects, each after those that its feeds refer to. */
export const subjects: readonly Subject[] = [
  municipalitySubject,
  departmentSubject,
  pledgeSubject,
  reportSubject,
  fundingSubject,
  enterpriseSubject,
  purchaseSubject,
  outletSubject,
  academySubject,
  releaseSubject,
  embedSubject,
];
