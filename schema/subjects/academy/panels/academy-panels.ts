import type { PlacedPanel } from "../../../panels/panel.ts";
import { academyTotals } from "./academy-totals.ts";
import { completionByCourse } from "./completion-by-course.ts";
import { courseQuarters } from "./course-quarters.ts";
import { enrollmentByCourse } from "./enrollment-by-course.ts";
import { enrollmentByQuarter } from "./enrollment-by-quarter.ts";
import { reportedLearners } from "./reported-learners.ts";

const board = "academy";

/** Whether courses are attended and completed as intended. */
export const academyPanels: readonly PlacedPanel[] = [
  { panel: academyTotals, board, width: "full" },
  { panel: enrollmentByCourse, board, width: "full" },
  { panel: enrollmentByQuarter, board, width: "half" },
  { panel: completionByCourse, board, width: "half" },
  { panel: reportedLearners, board, width: "full" },
  { panel: courseQuarters },
];
