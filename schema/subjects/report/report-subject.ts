import type { Subject } from "../subject-module.ts";
import { reportForms } from "./report-form.ts";
import { reportPage } from "./report-page.ts";
import { reportQueries } from "./report-queries.ts";
import { reportSearchables } from "./report-searchables.ts";

/** Quarterly reports on pledges. */
export const reportSubject: Subject = {
  forms: reportForms,
  queries: reportQueries,
  searchables: reportSearchables,
  pages: [reportPage],
};
