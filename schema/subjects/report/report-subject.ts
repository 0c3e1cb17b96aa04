import type { Subject } from "../subject-module.ts";
import { Check } from "./check.ts";
import { Contact } from "./contact.ts";
import { ParticipationCount } from "./participation-count.ts";
import { PartsOfReportsResolver } from "./parts-of-reports.ts";
import { Report } from "./report.ts";
import { reportForms } from "./report-form.ts";
import { ReportResolver } from "./report-resolver.ts";
import { ReportSection } from "./report-section.ts";
import { ReportedEnrollment } from "./reported-enrollment.ts";
import { Statement } from "./statement.ts";

/** Quarterly reports on pledges, as their documents state them. */
export const reportSubject: Subject = {
  forms: reportForms,
  resolvers: [PartsOfReportsResolver, ReportResolver],
  entities: [Check, Contact, ParticipationCount, Report, ReportedEnrollment, ReportSection, Statement],
};
