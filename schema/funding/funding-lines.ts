import { In, LessThanOrEqual, MoreThan } from "typeorm";
import type { HubContext, KnownAt } from "../context.ts";
import type { QuarterNumber } from "../scalars/quarter.ts";
import { FundingLine } from "./funding-line.ts";

/**
 * The funding lines of a pledge at a quarter as known at a time, batched; without a quarter
 * those of the latest quarter that the pledge has any of. In the order of the documents.
 */
export async function fundingOfPledge(
  context: HubContext,
  pledgeId: number,
  quarter: QuarterNumber | null,
  knownAt: KnownAt,
): Promise<FundingLine[]> {
  const lines = await context.many(
    `funding at ${knownAt}`,
    pledgeId,
    (ids) =>
      context.database.getRepository(FundingLine).find({
        where: {
          pledgeId: In([...ids]),
          knownFrom: LessThanOrEqual(knownAt),
          knownTo: MoreThan(knownAt),
        },
        order: { quarter: "ASC", documentId: "ASC", line: "ASC", column: "ASC" },
      }),
    (line) => line.pledgeId,
  );
  const wanted = quarter ?? lines.at(-1)?.quarter;
  return lines.filter((line) => line.quarter === wanted).map((line) => Object.assign(line, { knownAt }));
}
