import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { dash } from "../../schema/feeds/sample-rows.ts";
import { CourseKind } from "../../schema/subjects/academy/course-kind.ts";
import { courseName, pledgeCode } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { Random } from "./random.ts";

/** A course in a quarter. Counts are people; null is a blank. */
export type CourseRow = {
  code: string;
  name: string;
  kind: CourseKind;
  quarter: QuarterNumber;
  target: number | null;
  enrolled: number | null;
  completed: number | typeof dash | null;
  pledge: string;
};

type Learners = Pick<CourseRow, "target" | "enrolled" | "completed">;

/** The courses of a city's academy in the quarters in which they were announced. */
export function* courseRows(city: CityPlan): Generator<CourseRow> {
  for (const index of upTo(city.courses)) {
    const random = new Random(city.seed, `course ${index}`);
    const course = {
      code: `A${String(index + 1).padStart(2, "0")}`,
      name: courseName(index),
      kind: index % 2 === 0 ? CourseKind.BASIC_ADVANCED : CourseKind.OUTREACH,
      pledge: pledgeCode(random.whole(0, city.pledges - 1)),
    };
    for (const quarter of city.calendar.quarters) {
      const learners = learnersOf(index, quarter, random);
      // The first five run in every quarter, so that their special cases always occur.
      if (index >= 5 && random.chance(30)) continue;
      yield { ...course, quarter, ...learners };
    }
  }
}

/** In turn: meets its target exactly, has no target, sometimes omits enrolment, sometimes reports `-` for completion, ordinary. */
function learnersOf(index: number, quarter: QuarterNumber, random: Random): Learners {
  const target = random.whole(2, 12) * 10;
  const enrolled = random.whole(10, 130);
  const completed = Math.floor((enrolled * random.whole(50, 100)) / 100);
  const isSilent = quarter % 3 === 0;
  switch (index % 5) {
    case 0:
      return { target, enrolled: target, completed: Math.min(target, completed) };
    case 1:
      return { target: null, enrolled, completed };
    case 2:
      return isSilent ? { target, enrolled: null, completed: null } : { target, enrolled, completed: null };
    case 3:
      return { target, enrolled, completed: isSilent ? dash : completed };
    default:
      return { target, enrolled, completed };
  }
}
