import { Field, ID, Int } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";

type Filter = ReturnType<typeof Field>;

/** The filter by municipality of all queries. */
export const MunicipalityFilter = (): Filter =>
  Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; default: the home municipality.",
    ),
  });

/** A filter by codes: of outlets, of courses. */
export const CodeFilter = (ko: string, en: string): Filter =>
  Field(() => [ID], { nullable: true, description: describe(ko, en) });

/** A filter by calendar years. */
export const YearFilter = (): Filter =>
  Field(() => [Int], { nullable: true, description: describe("해.", "Calendar years.") });

/** A filter by calendar quarters. */
export const QuarterFilter = (): Filter =>
  Field(() => [QuarterScalar], { nullable: true, description: describe("분기.", "Calendar quarters.") });

/** The description of a type of filters. */
export const whereDescription = (ko: string, en: string): { description: string } => ({
  description: describe(
    `어떤 ${ko}만 볼 것인가. 빠진 조건은 모두, 빈 목록은 아무것도. 허브가 모르는 값은 오류.`,
    `Which ${en} to include. An omitted filter keeps all; an empty list keeps none. A value that the hub has never known is an error.`,
  ),
});

/** ` AND …` for a column to be non-null, or null; nothing without the filter. */
export const isKnown = (column: string, expected: boolean | null | undefined): string =>
  expected == null ? "" : ` AND ${column} IS ${expected ? "NOT " : ""}NULL`;
