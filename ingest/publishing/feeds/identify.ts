import type { QueryRunner } from "typeorm";
import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { Feed, Form } from "../../../schema/feeds/feed.ts";
import { feeds } from "../../../schema/feeds.ts";
import type { Source } from "../../forms/source.ts";
import type { Publication } from "../publication.ts";
import { lockCodes } from "../releases.ts";
import type { Ids } from "./ids.ts";
import { namesIn } from "./references.ts";

/**
 * Gives the rows of a form their ids; none where they need none. What the files name can be referred to from now
 * on, even if the files are rejected, so that no row that refers to it is reported for that.
 */
export async function identify(
  { query, municipalityId, references, hubIds }: Publication,
  form: Form,
  sources: readonly Source[],
): Promise<Ids | null> {
  const feed = feeds.find((one) => one === form || one.name === form.identifies);
  if (!feed) return null;
  const { identity, name } = feed;
  const isReferredTo = feeds.some(({ columns }) => columns.some((column) => column.references === name));
  if (!identity?.assign && !isReferredTo) return null;
  const names = namesIn(form, sources);
  const ids = feed.ofHub ? (hubIds.get(feed) ?? null) : await assignIds(query, feed, [names, municipalityId]);
  references.add(name, identity?.known && ids ? ids : new Map(names.map((written) => [written, null])));
  return ids;
}

/** The ids of the rows of the hub's own feeds: they come before the release, as its municipality may be one of them. */
export async function identifyOfHub(
  query: QueryRunner,
  sources: ReadonlyMap<Form, Source[]>,
): Promise<Map<Feed, Ids>> {
  const hubIds = new Map<Feed, Ids>();
  for (const feed of feeds.filter(({ ofHub }) => ofHub)) {
    const names = namesIn(feed, sources.get(feed) ?? []);
    // Of two imports that bring the same row at once the later one is to see it.
    await lockCodes(query.manager, names);
    const ids = names.length > 0 && (await assignIds(query, feed, [names]));
    if (ids) hubIds.set(feed, ids);
  }
  return hubIds;
}

async function assignIds(
  query: QueryRunner,
  { identity, table }: Feed,
  parameters: unknown[],
): Promise<Ids | null> {
  if (!identity?.assign) return null;
  const rows: { written: string; id: CellValue }[] = await query.query(identity.assign, parameters);
  const unnumbered = rows.filter(({ id }) => id === null).length;
  // In a statement of its own, which a cluster runs where its sequences are, not where the rows are.
  const next: { id: number }[] = await query.query(
    "SELECT nextval(pg_get_serial_sequence($1, 'id'))::integer AS id FROM generate_series(1, $2)",
    [table, unnumbered],
  );
  return new Map(rows.map(({ written, id }) => [written, id ?? next.pop()!.id]));
}
