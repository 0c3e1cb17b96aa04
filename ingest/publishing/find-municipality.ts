import type { QueryRunner } from "typeorm";
import type { Feed } from "../../schema/feeds/feed.ts";
import type { Ids } from "./feeds/ids.ts";

/** The id of a municipality that exists or comes with the import; null otherwise. */
export async function findMunicipality(
  query: QueryRunner,
  code: string,
  hubIds: ReadonlyMap<Feed, Ids>,
): Promise<number | null> {
  const [row] = await query.query(
    "SELECT id FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1",
    [code],
  );
  const brought = [...hubIds].find(([feed]) => feed.table === "municipality")?.[1].get(code);
  return row?.id ?? brought ?? null;
}
