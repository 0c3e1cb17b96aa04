import { searchableTable } from "../../sql/searchable.ts";
import { declaredSummary } from "../../sql/summary/summary-query.ts";
import type { Subject } from "../subject-module.ts";
import { academyFeed } from "./academy-feed.ts";
import { courseQueries } from "./course.ts";
import { coursePage } from "./course-page.ts";
import { enrollmentSummary } from "./enrollment-summary.ts";
import { academyBoard } from "./panels/academy-board.ts";
import { academyPanels } from "./panels/academy-panels.ts";

/** Courses of the academy and their learners. */
export const academySubject: Subject = {
  feeds: [academyFeed],
  queries: courseQueries,
  summaries: [declaredSummary(enrollmentSummary)],
  searchables: [
    searchableTable({
      kind: "COURSE",
      name: { ko: "과정", en: "Course" },
      folder: "courses",
      table: "course_quarter",
      code: "found.code",
      title: "found.name",
      ofPledge: true,
      latest: "found.quarter DESC",
    }),
  ],
  panels: academyPanels,
  boards: [academyBoard],
  pages: [coursePage],
};
