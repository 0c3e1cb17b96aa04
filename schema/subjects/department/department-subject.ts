import { searchableTable } from "../../sql/searchable.ts";
import type { Subject } from "../subject-module.ts";
import { departmentFeed } from "./department-feed.ts";
import { departmentPage } from "./department-page.ts";
import { departmentQueries } from "./department-queries.ts";

/** Departments of a municipality. */
export const departmentSubject: Subject = {
  feeds: [departmentFeed],
  searchables: [
    searchableTable({
      kind: "DEPARTMENT",
      name: { ko: "부서", en: "Department" },
      folder: "departments",
      table: "department",
      code: "found.name",
      title: "found.name",
      text: "found.name",
      isQuoted: true,
    }),
  ],
  queries: departmentQueries,
  pages: [departmentPage],
};
