import { declaredSummary } from "../../sql/summary/summary-resolver.ts";
import type { Subject } from "../subject-module.ts";
import { academyFeed } from "./academy-feed.ts";
import { CourseQuarter } from "./course-quarter.ts";
import { CourseQuarterResolver } from "./course-quarter-resolver.ts";
import { CourseResolver, CoursesOfPledgeResolver } from "./course-resolver.ts";
import { enrollmentSummary } from "./enrollment-summary.ts";
import { academyPanels } from "./panels/academy-panels.ts";

/** Courses of the academy and who takes them. */
export const academySubject: Subject = {
  feeds: [academyFeed],
  summaries: [declaredSummary(enrollmentSummary)],
  resolvers: [CourseQuarterResolver, CourseResolver, CoursesOfPledgeResolver],
  entities: [CourseQuarter],
  panels: academyPanels,
};
