import type { HubContext, KnownAt } from "../context.ts";
import type { QuarterNumber } from "../scalars/quarter.ts";
import type { FundingPhase } from "./funding-kinds.ts";
import { FundingLine } from "./funding-line.ts";

/**
 * The funding lines of a pledge at a quarter as known at a time, batched; without a quarter
 * those of the latest quarter that the pledge has any of. `phases` keeps lines of these only, null all.
 * In the order of the documents.
 */
export async function fundingOfPledge(
  context: HubContext,
  pledgeId: number,
  quarter: QuarterNumber | null,
  knownAt: KnownAt,
  phases: readonly FundingPhase[] | null = null,
): Promise<FundingLine[]> {
  return context.many(
    `funding in ${quarter} at ${knownAt} of ${phases?.join() ?? "all"}`,
    pledgeId,
    async (ids) => {
      const rows = await context.database.query<object[]>(linesSql, [ids, quarter, knownAt, phases]);
      return rows.map((row) => Object.assign(new FundingLine(), row, { knownAt }));
    },
    (line) => line.pledgeId,
  );
}

const linesSql = `
  SELECT line.id, line.pledge_id AS "pledgeId", line.quarter, source, phase, year, period_label AS "periodLabel",
    period_start::text AS "periodStart", period_end::text AS "periodEnd", amount, state,
    document_id AS "documentId", sheet, line, "column", quote
  FROM unnest($1::integer[]) AS wanted (pledge_id)
  CROSS JOIN LATERAL (
    SELECT coalesce($2::integer, (
      SELECT quarter FROM funding_line
      WHERE funding_line.pledge_id = wanted.pledge_id AND known_from <= $3 AND known_to > $3
        AND ($4::funding_phase[] IS NULL OR phase = ANY($4))
      ORDER BY quarter DESC LIMIT 1)) AS quarter
  ) AS asked
  JOIN funding_line AS line
    ON line.pledge_id = wanted.pledge_id AND line.quarter = asked.quarter AND known_from <= $3 AND known_to > $3
   AND ($4::funding_phase[] IS NULL OR phase = ANY($4))
  ORDER BY document_id, line.line, "column"`;
