import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, In, LessThanOrEqual, MoreThan, PrimaryColumn } from "typeorm";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";

@ObjectType({ description: describe("지자체(시·군·구).", "A municipality: city, county or district.") })
@Entity("municipality")
export class Municipality {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;

  @PrimaryColumn("integer")
  id: number;

  @PrimaryColumn("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Field(() => ID, {
    description: describe("행정표준 기관코드, 예: 41280.", "Administrative code, e.g. 41280."),
  })
  @Column("text")
  code: string;

  @Field(() => String, { description: describe("이름, 예: 고양시.", "Name in Korean.") })
  @Column("text")
  name: string;

  @Field(() => Boolean, {
    description: describe(
      "실제가 아니라 지어낸 지자체면 참.",
      "True for a synthetic city, made up for trying things.",
    ),
  })
  @Column("boolean")
  synthetic: boolean;

  @Field(() => QuarterScalar, {
    nullable: true,
    description: describe(
      "보고서나 수치가 있는 마지막 분기. 아무것도 없으면 null.",
      "The latest quarter that there is any report or figure of; null without any.",
    ),
  })
  async latestQuarter(@Ctx() context: HubContext): Promise<QuarterNumber | null> {
    const [row] = await context.database.query<{ quarter: number | null }[]>(
      `SELECT max(quarter) AS quarter FROM (
         SELECT quarter FROM pledge_quarter WHERE municipality_id = $1 AND known_from <= $2 AND known_to > $2
         UNION ALL
         SELECT quarter FROM funding_line WHERE municipality_id = $1 AND known_from <= $2 AND known_to > $2
       ) AS stated`,
      [this.id, this.knownAt],
    );
    return row!.quarter;
  }

  @Field(() => Int, { description: describe("공약 수.", "How many pledges are known.") })
  async pledgeCount(@Ctx() context: HubContext): Promise<number> {
    const [row] = await context.database.query<{ count: number }[]>(
      `SELECT count(DISTINCT pledge_id)::integer AS count FROM pledge_quarter
       WHERE municipality_id = $1 AND known_from <= $2 AND known_to > $2`,
      [this.id, this.knownAt],
    );
    return row!.count;
  }

  @Field(() => Int, { description: describe("가져온 문서 수.", "How many documents have been published.") })
  async documentCount(@Ctx() context: HubContext): Promise<number> {
    const [row] = await context.database.query<{ count: number }[]>(
      "SELECT count(*)::integer AS count FROM source_document WHERE municipality_id = $1 AND release_number <= $2",
      [this.id, this.knownAt],
    );
    return row!.count;
  }
}

/** A municipality as known at a time, batched; null where it was not known. */
export function municipalityById(
  context: HubContext,
  id: number,
  knownAt: KnownAt,
): Promise<Municipality | null> {
  return context.one(
    `municipality at ${knownAt}`,
    id,
    (ids) => municipalitiesAt(context, knownAt, { id: In([...ids]) }),
    (municipality) => municipality.id,
  );
}

/** The municipalities known at a time, by code; `where` narrows them. */
export async function municipalitiesAt(
  context: HubContext,
  knownAt: KnownAt,
  where: object = {},
): Promise<Municipality[]> {
  const rows = await context.database.getRepository(Municipality).find({
    where: { ...where, knownFrom: LessThanOrEqual(knownAt), knownTo: MoreThan(knownAt) },
    order: { code: "ASC" },
  });
  return rows.map((row) => Object.assign(row, { knownAt }));
}
