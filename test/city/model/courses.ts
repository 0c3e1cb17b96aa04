import type { City } from "../city.ts";
import { inCharge, passes, quarterText } from "../slow-sums.ts";
import { sorted } from "./order.ts";
import { isInPeriod } from "./periods.ts";
import { type At, type Fields, type Place, pageOf, pageOfRow, placesAsOf, type World } from "./place.ts";
import { type PledgeAsOf, pledgeAt } from "./pledges.ts";

/** A course by one of its quarters. */
type CourseRow = At<City["courses"][number]>;

const quartersOf = (at: Place): CourseRow[] =>
  sorted(
    at.city.courses.map((row) => ({ ...row, at })),
    ({ quarter }) => quarter,
    ({ code }) => code,
  );

/** The courses by their latest quarters, by code. */
function coursesOf(at: Place): CourseRow[] {
  const latest = new Map(quartersOf(at).map((row) => [row.code, row]));
  return sorted([...latest.values()], ({ code }) => code);
}

export const courseFields: Fields = {
  code: ({ code }: CourseRow) => code,
  name: ({ code }: CourseRow) => `과정 ${code}`,
  kind: ({ kind }: CourseRow) => kind,
  pledge: ({ at, pledge }: CourseRow) => pledgeAt(at, pledge, null),
  enrollments: ({ at, code }: CourseRow, values) =>
    pageOfRow(at, values, (place) =>
      quartersOf(place).filter((row) => row.code === code && isInPeriod(values.where ?? {}, row.quarter)),
    ),
};

export const coursesOfPledge: Fields = {
  courses: ({ at, code }: PledgeAsOf) => coursesOf(at).filter(({ pledge }) => pledge === code),
};

export const courseQuarterFields: Fields = {
  quarter: ({ quarter }: CourseRow) => quarterText(quarter),
  target: ({ target }: CourseRow) => target,
  enrolled: ({ enrolled }: CourseRow) => enrolled,
  completed: ({ completed }: CourseRow) => completed,
  course: (row: CourseRow) => row,
};

export const courseQueries: Fields = {
  courses: (world: World, { where, asOf, ...values }) =>
    pageOf(placesAsOf(world, where?.municipality ?? ["1"], asOf), values, (scope) =>
      scope
        .flatMap(coursesOf)
        .filter(({ kind, pledge }) => passes(where?.kind, kind) && passes(where?.pledge, pledge)),
    ),
  enrollments: (world: World, { where, asOf, ...values }) =>
    pageOf(placesAsOf(world, where?.municipality ?? ["1"], asOf), values, (scope) =>
      sorted(
        scope
          .flatMap(quartersOf)
          .filter(
            ({ at, code, kind, pledge, quarter }) =>
              passes(where?.course, code) &&
              passes(where?.kind, kind) &&
              passes(where?.pledge, pledge) &&
              passes(where?.department, inCharge(at.city, pledge, quarter)) &&
              isInPeriod(where ?? {}, quarter),
          ),
        ({ quarter }) => quarter,
      ),
    ),
};
