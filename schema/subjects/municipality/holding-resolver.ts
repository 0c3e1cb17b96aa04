import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { HubContext } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { type Form, isReported } from "../../feeds/feed.ts";
import { tableColumn } from "../../feeds/feed-table.ts";
import { feeds } from "../../feeds.ts";
import { knownIn } from "../release/feed-fact.ts";
import { reportForm } from "../report/report-form.ts";
import { type HeldRows, Holding } from "./holding.ts";
import { Municipality } from "./municipality.ts";

const forms: readonly Form[] = [reportForm, ...feeds.filter(({ subject }) => subject !== null)];

@Resolver(() => Municipality)
export class HoldingResolver {
  @FieldResolver(() => [Holding], {
    description: describe(
      "자료의 종류마다 어디까지 와 있는가. 보고된 것이 없는 종류도 나옵니다.",
      "How far each kind of data has come in, those of which nothing is reported too.",
    ),
  })
  async holdings(@Root() { id, knownAt }: Municipality, @Ctx() context: HubContext): Promise<Holding[]> {
    const found = await context.many(
      `holdings at ${knownAt}`,
      id,
      (ids) =>
        context.database.query<(HeldRows & { subject: string; municipality: number })[]>(heldSql, [
          [...ids],
          knownAt,
        ]),
      ({ municipality }) => municipality,
    );
    const held = new Map(found.map((one) => [one.subject, one]));
    return forms.map((form) => new Holding(form, held.get(form.subject!) ?? nothing));
  }
}

const nothing: HeldRows = { rows: 0, period: null, documentId: null };

/** One row for each kind of data that a municipality has any of. Documents are numbered as they are published. */
const heldSql = forms.map(heldOf).join(" UNION ALL ");

function heldOf({ subject, table, columns, period, stored }: Form): string {
  const given = columns.filter(isReported).map((column) => `"${tableColumn(column)}" IS NOT NULL`);
  // Of what has no such column, as a list of events, each row is a report.
  const reported = stored?.reported ?? (given.join(" OR ") || "true");
  // JSON has dates in one form, whatever the database is used to.
  const latest = period ? `to_json(max("${period}") FILTER (WHERE ${reported}))` : "NULL::json";
  return `SELECT '${subject}' AS subject, municipality_id AS municipality,
      count(${stored?.sameRow ? `DISTINCT ${stored.sameRow}` : "*"})::integer AS rows, ${latest} AS period,
      max(document_id) AS "documentId"
    FROM ${table} WHERE municipality_id = ANY($1) AND ${knownIn("$2")}${stored?.where ? ` AND ${stored.where}` : ""}
    GROUP BY municipality_id`;
}
