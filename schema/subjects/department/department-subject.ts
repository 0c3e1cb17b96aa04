import type { Subject } from "../subject-module.ts";
import { departmentFeed } from "./department-feed.ts";
import { departmentPage } from "./department-page.ts";
import { departmentQueries } from "./department-queries.ts";

/** Departments of a municipality. */
export const departmentSubject: Subject = {
  feeds: [departmentFeed],
  queries: departmentQueries,
  pages: [departmentPage],
};
