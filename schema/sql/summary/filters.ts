import { Field, ID, Int } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { knownIn } from "../../subjects/release/feed-fact.ts";
import type { Parameters } from "../parameters.ts";

type Filter = ReturnType<typeof Field>;

/** The filter by municipality, the same everywhere. */
export const MunicipalityFilter = (): Filter =>
  Field(() => [ID], {
    nullable: true,
    description: describe(
      "지자체 코드. 빼면 본 지자체.",
      "Codes of municipalities; left out: the home municipality.",
    ),
  });

/** A filter by names of departments. */
export const DepartmentFilter = (ko = "부서 이름.", en = "Names of departments."): Filter =>
  Field(() => [String], { nullable: true, description: describe(ko, en) });

/** The filter by names of departments in charge of the pledge that something belongs to. */
export const InChargeFilter = (): Filter =>
  DepartmentFilter(
    "딸린 공약의 그 분기 소관부서 이름.",
    "Names of departments in charge, at the quarter, of the pledge that it belongs to.",
  );

/** The filter by codes of pledges. */
export const PledgeFilter = (): Filter =>
  Field(() => [ID], { nullable: true, description: describe("공약번호.", "Codes of pledges.") });

/** The filter by calendar years. */
export const YearFilter = (): Filter =>
  Field(() => [Int], { nullable: true, description: describe("해.", "Calendar years.") });

/** The filter by calendar quarters. */
export const QuarterFilter = (): Filter =>
  Field(() => [QuarterScalar], { nullable: true, description: describe("분기.", "Calendar quarters.") });

/** What every type of filters says of itself. */
export const whereDescription = (ko: string, en: string): { description: string } => ({
  description: describe(
    `어떤 ${ko}만 볼 것인가. 빠진 조건은 모두, 빈 목록은 아무것도.`,
    `Which ${en} are meant. What is left out keeps all; an empty list keeps nothing.`,
  ),
});

/** ` AND …` for a pledge_id to be of one of the pledges with these codes; nothing where the filter is left out. */
export const pledgesNamed = (codes: readonly string[] | null | undefined, parameters: Parameters): string =>
  codes ? ` AND pledge_id IN (SELECT id FROM pledge WHERE code = ANY(${parameters.add(codes)}))` : "";

/** ` AND …` for a department_id to be of one of the departments with these names; nothing where it is left out. */
export const departmentsNamed = (
  names: readonly string[] | null | undefined,
  parameters: Parameters,
): string =>
  names ? ` AND department_id IN (SELECT id FROM department WHERE name = ANY(${parameters.add(names)}))` : "";

/**
 * ` AND …` for the department in charge of a pledge at a quarter to have one of these names; nothing where the filter
 * is left out. `pledge` and `quarter` are SQL.
 */
export const inChargeNamed = (
  names: readonly string[] | null | undefined,
  pledge: string,
  quarter: string,
  time: string,
  parameters: Parameters,
): string =>
  names
    ? ` AND (SELECT department_id FROM pledge_quarter AS told
        WHERE told.pledge_id = ${pledge} AND told.quarter <= ${quarter} AND department_id IS NOT NULL
          AND ${knownIn(time, "told")}
        ORDER BY told.quarter DESC, stated_by LIMIT 1)
        IN (SELECT id FROM department WHERE name = ANY(${parameters.add(names)}))`
    : "";

/** ` AND …` for a column to be known, or to be not; nothing where the filter is left out. */
export const isKnown = (column: string, asked: boolean | null | undefined): string =>
  asked == null ? "" : ` AND ${column} IS ${asked ? "NOT " : ""}NULL`;
