import type { HubContext, KnownAt } from "../../core/context.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import type { ListRows } from "../../sql/direct/json-sql.ts";
import { knownIn } from "../release/feed-fact.ts";
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

/** The lines of one pledge in the order of the documents; all that is given is SQL. */
export function linesOfPledge({
  pledge,
  quarter,
  phases,
  time,
}: Record<"pledge" | "quarter" | "phases" | "time", string>): Required<ListRows> {
  const isMeant = (table: string) =>
    `${table}.pledge_id = ${pledge} AND ${knownIn(time, table)} AND (${phases} IS NULL OR ${table}.phase = ANY(${phases}))`;
  const latest = `SELECT latest.quarter FROM funding_line AS latest WHERE ${isMeant("latest")} ORDER BY latest.quarter DESC LIMIT 1`;
  return {
    from: "funding_line AS line",
    where: `${isMeant("line")} AND line.quarter = coalesce(${quarter}, (${latest}))`,
    order: `document_id, line.line, "column"`,
  };
}

const { from, where, order } = linesOfPledge({
  ...{ pledge: "wanted.pledge_id", quarter: "$2::integer", phases: "$4::funding_phase[]", time: "$3" },
});

const linesSql = `
  SELECT line.id, line.pledge_id AS "pledgeId", line.quarter, source, phase, year, period_label AS "periodLabel",
    period_start::text AS "periodStart", period_end::text AS "periodEnd", amount, state,
    document_id AS "documentId", sheet, line.line, "column", quote
  FROM unnest($1::integer[]) AS wanted (pledge_id) CROSS JOIN LATERAL (SELECT * FROM ${from} WHERE ${where}) AS line
  ORDER BY ${order}`;
