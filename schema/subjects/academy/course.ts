import { Field, ID, ObjectType } from "type-graphql";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { factById } from "../release/feed-fact.ts";
import { CourseKind } from "./course-kind.ts";
import { CourseQuarter } from "./course-quarter.ts";

@ObjectType({
  description: describe(
    "아카데미 과정. 이름과 유형은 가장 나중 분기의 것입니다.",
    "A course of the academy. Name and kind are those of its latest quarter.",
  ),
})
export class Course {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;
  municipalityId: number;
  pledgeId: number | null;

  @Field(() => ID, { description: describe("과정코드, 예: A01.", "Code of the course, e.g. A01.") })
  code: string;

  @Field(() => String, { description: describe("이름.", "Name in Korean.") })
  name: string;

  @Field(() => CourseKind, { description: describe("유형.", "Kind of course.") })
  kind: CourseKind;
}

/** A course by the id of the row of its latest quarter, batched; null where there is none. */
export async function courseById(context: HubContext, id: number, knownAt: KnownAt): Promise<Course | null> {
  const latest = await factById(context, CourseQuarter, id, knownAt);
  return latest && toCourse(latest, knownAt);
}

/** The course that a quarter is of, with the name and kind that the quarter gives. */
export function toCourse(
  { municipalityId, pledgeId, code, name, kind }: CourseQuarter,
  knownAt: KnownAt,
): Course {
  return Object.assign(new Course(), { knownAt, municipalityId, pledgeId, code, name, kind });
}
