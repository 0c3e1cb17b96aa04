import { type ClassType, ObjectType } from "type-graphql";
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
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { Cited } from "../release/cited.ts";
import type { Report } from "./report.ts";

/** What every row of a report's parts carries: which report it is of, and since which release it is known. */
@ObjectType()
export abstract class PartOfReport extends Cited {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;

  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column("integer", { name: "municipality_id" })
  municipalityId: number;

  @Column("integer", { name: "pledge_id" })
  pledgeId: number;

  @Column("integer")
  quarter: QuarterNumber;

  @Column("integer", { name: "known_from" })
  knownFrom: number;

  @Column("integer", { name: "known_to", select: false, default: 2147483647 })
  knownTo: number;
}

/** What tells a report apart, and the release that an answer is of. */
export type ReportVersion = Pick<Report, "municipalityId" | "pledgeId" | "quarter" | "knownAt">;

/** The rows of a report in one of its tables, batched by the release. */
export async function partsOfReport<Part extends Omit<ReportVersion, "knownAt">>(
  context: HubContext,
  type: ClassType<Part>,
  { municipalityId, pledgeId, quarter, knownAt }: ReportVersion,
  order: FindOptionsOrder<Part>,
): Promise<Part[]> {
  const keyOf = (report: Omit<ReportVersion, "knownAt">) =>
    `${report.municipalityId} ${report.pledgeId} ${report.quarter}`;
  const parts = await context.many(
    `${type.name} of report at ${knownAt}`,
    keyOf({ municipalityId, pledgeId, quarter }),
    (keys) => {
      const [municipalities, pledges, quarters] = [0, 1, 2].map((index) =>
        In([...new Set(keys.map((key) => Number(key.split(" ")[index])))]),
      );
      const where = {
        ...{ municipalityId: municipalities, pledgeId: pledges, quarter: quarters },
        ...{ knownFrom: LessThanOrEqual(knownAt), knownTo: MoreThan(knownAt) },
      } as unknown as FindOptionsWhere<Part>;
      return context.database.getRepository(type).find({ where, order });
    },
    keyOf,
  );
  return parts.map((part) => Object.assign(part, { knownAt }));
}
