import { type ClassType, Ctx, Field, Int, ObjectType } from "type-graphql";
import {
  Column,
  type FindOptionsOrder,
  type FindOptionsWhere,
  In,
  LessThanOrEqual,
  MoreThan,
  PrimaryGeneratedColumn,
} from "typeorm";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { SourceDocument, sourceDocument } from "./source-document.ts";

/** What every row of a departmental spreadsheet carries: whose it is, and where it was read. */
@ObjectType()
export abstract class FeedFact {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;

  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "document_id" })
  documentId: number;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;

  @Field(() => SourceDocument, {
    description: describe("적혀 있는 자료 파일.", "The file it was read from."),
  })
  async document(@Ctx() context: HubContext): Promise<SourceDocument> {
    return (await sourceDocument(context, this.documentId))!;
  }

  @Field(() => String, {
    nullable: true,
    description: describe(
      "통합문서의 시트 이름. 시트가 없는 파일이면 null.",
      "The sheet of a workbook; null in a file without sheets.",
    ),
  })
  @Column("text", { nullable: true })
  sheet: string | null;

  @Field(() => Int, {
    description: describe("파일의 줄, 1부터.", "Line in the file, from 1; the row in a workbook."),
  })
  @Column("integer")
  line: number;
}

/** A row by its id, batched, with what lies below it as of a time; null where there is none. */
export async function factById<Fact extends FeedFact>(
  context: HubContext,
  type: ClassType<Fact>,
  id: number,
  knownAt: KnownAt,
): Promise<Fact | null> {
  const found = await context.one(
    `${type.name} at ${knownAt}`,
    id,
    (ids) => context.database.getRepository(type).findBy({ id: In([...ids]) } as FindOptionsWhere<Fact>),
    (fact) => fact.id,
  );
  return found && Object.assign(found, { knownAt });
}

/** SQL for a fact of a table to be known at a release; `time` is the text that stands for its number. */
export const knownIn = (time: string, table?: string): string => {
  const of = table === undefined ? "" : `${table}.`;
  return `${of}known_from <= ${time} AND ${of}known_to > ${time}`;
};

/** The rows that belong to pledges, batched, ordered, with what lies below them as of a time. */
export async function factsOfPledge<Fact extends FeedFact & { pledgeId: number | null }>(
  context: HubContext,
  type: ClassType<Fact>,
  pledgeId: number,
  knownAt: KnownAt,
  order: FindOptionsOrder<Fact>,
): Promise<Fact[]> {
  const facts = await context.many(
    `${type.name} of pledge at ${knownAt}`,
    pledgeId,
    (ids) => {
      const known = { knownFrom: LessThanOrEqual(knownAt), knownTo: MoreThan(knownAt) };
      const where = { pledgeId: In([...ids]), ...known } as FindOptionsWhere<Fact>;
      return context.database.getRepository(type).find({ where, order });
    },
    (fact) => fact.pledgeId!,
  );
  return facts.map((fact) => Object.assign(fact, { knownAt }));
}
