import type { Subject } from "../subject-module.ts";
import { reportQueries } from "./report-queries.ts";

/** Quarterly reports on pledges, as their documents state them. */
export const reportSubject: Subject = { queries: reportQueries };
