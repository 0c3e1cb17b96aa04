import type { DataSource, EntityManager } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { nearest } from "../../schema/core/nearest.ts";
import type { Mapping } from "../forms/mapping/mapping.ts";
import type { MappedFeed } from "../forms/mapping/open-mapped.ts";
import { parseMapping } from "../forms/mapping/parse-mapping.ts";
import { fingerprintOf, type RememberedMapping } from "../forms/mapping/remembered.ts";

/** A remembered mapping as `hub mappings` lists it. */
export interface ListedMapping {
  id: number;
  name: string;
  version: number;
  /** Name of the feed; null if the hub cannot read the mapping any more. */
  feed: string | null;
  sheet: string | null;
  /** The headings that it is used for. */
  headings: (string | null)[];
  /** Number of the release that it was first used for; null if that published nothing. */
  release: number | null;
  json: string;
}

/** A row of `table_mapping`. */
export interface StoredMapping {
  id: number;
  fingerprint: string;
  version: number;
  name: string;
  json: string;
  headings: (string | null)[];
  release: number | null;
}

/** The latest version for each kind of headings, unless it was forgotten. */
const currentSql = `
  SELECT id, fingerprint, version, name, json, headings, release_number AS release FROM (
    SELECT DISTINCT ON (fingerprint) * FROM table_mapping
    WHERE municipality_id = (SELECT id FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1)
    ORDER BY fingerprint, version DESC) AS latest
  WHERE forgotten_at IS NULL ORDER BY id`;

/** The mappings that were used for a municipality before, unless they were forgotten. */
export async function rememberedMappings(
  database: DataSource,
  municipality: string,
): Promise<RememberedMapping[]> {
  const rows = await database.query<StoredMapping[]>(currentSql, [municipality]);
  return rows.flatMap((row) => readable(row) ?? []);
}

/** A stored mapping; null if this version of the hub does not accept it. */
export function readable({
  id,
  name,
  json,
  fingerprint,
  version,
  release,
}: Omit<StoredMapping, "headings">): RememberedMapping | null {
  const mapping = parse(name, json);
  return mapping && { id, mapping, fingerprint, version, release };
}

/** The same for people to look at. */
export async function listMappings(database: DataSource, municipality: string): Promise<ListedMapping[]> {
  const rows = await database.query<StoredMapping[]>(currentSql, [municipality]);
  return rows.map(({ fingerprint: _, ...row }) => {
    const mapping = parse(row.name, row.json);
    return { ...row, feed: mapping?.feed.name ?? null, sheet: mapping?.sheet ?? null };
  });
}

/** Null for a mapping that this version of the hub does not accept. */
function parse(name: string, json: string): Mapping | null {
  const mapping = parseMapping({ name, bytes: Buffer.from(json) });
  return Array.isArray(mapping) ? null : mapping;
}

/** Remembers mappings for the next files with the same headings; one whose JSON has changed becomes a new version. */
export async function rememberMappings(
  manager: EntityManager,
  municipalityId: number,
  release: number | null,
  mapped: readonly MappedFeed[],
): Promise<void> {
  for (const { mapping, headings } of mapped)
    await manager.query(
      `INSERT INTO table_mapping (municipality_id, fingerprint, version, name, json, headings, release_number)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6::integer FROM table_mapping
       WHERE municipality_id = $1 AND fingerprint = $2
       HAVING NOT coalesce((array_agg(json = $4 AND forgotten_at IS NULL ORDER BY version DESC))[1], false)`,
      [
        ...[municipalityId, fingerprintOf(mapping, headings), mapping.name, mapping.json],
        ...[JSON.stringify(headings.paths), release],
      ],
    );
}

/**
 * Forgets a mapping by its number or name; documents keep what they were read by. Returns how many were forgotten.
 * Throws MAPPING_UNKNOWN with the nearest name.
 */
export async function forgetMapping(
  database: DataSource,
  municipality: string,
  nameOrId: string,
): Promise<number> {
  const ids = (await findMappings(database, municipality, nameOrId)).map(({ id }) => id);
  await database.query(
    `UPDATE table_mapping SET forgotten_at = now() WHERE id = ANY($2)
       AND municipality_id = (SELECT id FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1)`,
    [municipality, ids],
  );
  return ids.length;
}

/** Remembered mappings by number or name. Throws MAPPING_UNKNOWN with the nearest name if there is none. */
export async function findMappings(
  database: DataSource,
  municipality: string,
  nameOrId: string,
): Promise<ListedMapping[]> {
  const all = await listMappings(database, municipality);
  const found = all.filter(({ id, name }) => String(id) === nameOrId || name === nameOrId);
  if (found.length > 0) return found;
  const near = nearest(
    nameOrId,
    all.map(({ name }) => name),
  );
  throw new HubError(
    "MAPPING_UNKNOWN",
    {
      ko: `지자체 ${municipality}에 기억된 매핑 ${nameOrId}이(가) 없습니다.`,
      en: `No mapping ${nameOrId} is remembered for municipality ${municipality}.`,
    },
    near === null
      ? { ko: "기억된 매핑이 아직 없습니다.", en: "None is remembered yet." }
      : {
          ko: `가장 가까운 것은 ${near}입니다. hub mappings로 모두 보십시오.`,
          en: `The nearest is ${near}. List all with hub mappings.`,
        },
  );
}
