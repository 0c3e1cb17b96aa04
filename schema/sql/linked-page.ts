import { type Connection, connection, type Page } from "../core/connection.ts";
import type { HubContext } from "../core/context.ts";
import { Parameters } from "./parameters.ts";

/** What something is linked with, and in which order. */
export interface Link<Node> {
  /** SQL with the columns owner, id and what orders them; $1 are the owners that are asked for together. */
  rows: string;
  /** The values of $2, $3, … */
  values: readonly unknown[];
  order: string;
  /** Looks up one of them by its id; look-ups of one turn are batched. */
  node(id: number): Promise<Node | null>;
}

/** Parameters for the rows of a link, the owners being $1. */
export function linkParameters(): { parameters: Parameters; values: () => unknown[] } {
  const parameters = new Parameters();
  parameters.add("owners");
  return { parameters, values: () => parameters.values.slice(1) };
}

interface Place {
  owner: number | string;
  id: number;
  place: number;
  total: number;
}

/** A page of what an owner is linked with; for owners that ask the same all pages come from one statement. */
export async function linkedPage<Node>(
  context: HubContext,
  owner: number | string,
  { rows, values, order, node }: Link<Node>,
  page: Page,
): Promise<Connection<Node>> {
  const isShown = `place > ${page.offset} AND place <= ${page.offset + page.limit}`;
  const statement = `
    SELECT owner, id, place, total FROM (
      SELECT owner, id, row_number() OVER (PARTITION BY owner ORDER BY ${order})::integer AS place,
        (count(*) OVER (PARTITION BY owner))::integer AS total
      FROM (${rows}) AS linked
    ) AS placed
    WHERE place = 1 OR ${isShown} ORDER BY owner, place`;
  const places = await context.many(
    JSON.stringify([statement, values]),
    owner,
    (owners) => context.database.query<Place[]>(statement, [owners, ...values]),
    (place) => place.owner,
  );
  const shown = places.filter(({ place }) => place > page.offset && place <= page.offset + page.limit);
  const nodes = await Promise.all(shown.map(({ id }) => node(id)));
  return connection(
    nodes.filter((found) => found !== null),
    places[0]?.total ?? 0,
    page,
  );
}

/** The owner of lists that nothing owns. */
export const everyone = 0;
