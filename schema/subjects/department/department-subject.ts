import { searchableTable } from "../../sql/searchable.ts";
import type { Subject } from "../subject-module.ts";
import { departmentFeed } from "./department-feed.ts";

/** Departments of a municipality. */
export const departmentSubject: Subject = {
  feeds: [departmentFeed],
  searchables: [
    searchableTable({
      kind: "DEPARTMENT",
      name: { ko: "부서", en: "Department" },
      table: "department",
      code: "found.name",
      title: "found.name",
      text: "found.name",
      isQuoted: true,
    }),
  ],
};
