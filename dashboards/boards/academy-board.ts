import { academyTotals } from "../panels/academy/academy-totals.ts";
import { completionByCourse } from "../panels/academy/completion-by-course.ts";
import { enrollmentByCourse } from "../panels/academy/enrollment-by-course.ts";
import { enrollmentByQuarter } from "../panels/academy/enrollment-by-quarter.ts";
import { reportedLearners } from "../panels/academy/reported-learners.ts";
import type { Board } from "./board.ts";

/** Whether courses are attended and completed as intended. */
export const academy: Board = {
  name: "academy",
  title: { ko: "아카데미", en: "Academy" },
  description: {
    ko: "과정마다 목표만큼 수강하고 수료했는지 보입니다.",
    en: "Whether courses are attended and completed as intended.",
  },
  panels: [
    { panel: academyTotals, width: "full" },
    { panel: enrollmentByCourse, width: "full" },
    { panel: enrollmentByQuarter, width: "half" },
    { panel: completionByCourse, width: "half" },
    { panel: reportedLearners, width: "full" },
  ],
};
