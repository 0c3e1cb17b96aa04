import type { DataSource } from "typeorm";
import type { HubContext } from "../core/context.ts";
import { HubError } from "../core/hub-error.ts";
import { nearest } from "../core/nearest.ts";
import { particle } from "../core/particle.ts";
import type { ScopedMunicipality } from "./query-scope.ts";
import { runStatement } from "./run-statement.ts";
import { neverKnown } from "./unknown-value.ts";

/** A municipality with the release that answers about it are based on. */
export interface ResolvedMunicipality extends ScopedMunicipality {
  code: string;
  name: string;
  synthetic: boolean;
  summed: number;
}

/** The municipalities of a query. */
export interface MunicipalityScope {
  municipalities: readonly ResolvedMunicipality[];
  /** Whether their releases were just looked up; otherwise the statement must confirm that they are the newest. */
  isConfirmed: boolean;
}

/** Which municipalities a query is about. */
export interface RequestedMunicipalities {
  /** Null for all. */
  codes: readonly string[] | null;
  /** Whether the query names them: codes that it names must be known. */
  areNamed: boolean;
}

/** Cache of the newest releases, by municipality code. */
const newest = new WeakMap<DataSource, Map<string, ResolvedMunicipality>>();

const newestOf = (database: DataSource): Map<string, ResolvedMunicipality> => {
  const releases = newest.get(database) ?? new Map<string, ResolvedMunicipality>();
  newest.set(database, releases);
  return releases;
};

/** A municipality, its id null if it was not valid then. */
type MunicipalityRow = ResolvedMunicipality & {
  latest: Date | null;
  /** Requested codes that it has or had. */
  known: readonly string[];
};

/**
 * The municipalities with these codes, all if `codes` is null, each with its last release at or before `asOf`, by
 * default its newest. Throws AS_OF_IN_FUTURE, and BAD_USER_INPUT for a named code that no municipality ever had.
 */
export async function resolveMunicipalities(
  { database, signal }: HubContext,
  { codes, areNamed }: RequestedMunicipalities,
  asOf: Date | null,
  useCache: boolean,
): Promise<MunicipalityScope> {
  const cached = newestOf(database);
  if (useCache && codes && !asOf && codes.every((code) => cached.has(code))) {
    const municipalities = [...new Set(codes)].map((code) => cached.get(code)!);
    return { municipalities: municipalities.sort(byCode), isConfirmed: false };
  }
  signal?.throwIfAborted();
  const statement = { text: municipalitiesSql, values: [codes, asOf] };
  const rows = (await runStatement(database, statement, { signal })) as unknown as MunicipalityRow[];
  const unknown = codes?.find((code) => !rows.some((row) => row.known.includes(code)));
  if (areNamed && unknown !== undefined) throw await municipalityUnknown(database, unknown);
  const latest = Math.max(0, ...rows.map((row) => row.latest?.valueOf() ?? 0));
  if (asOf && asOf.valueOf() > Math.max(Date.now(), latest)) throw inFuture(asOf);
  const municipalities = rows.filter(({ id }) => id !== null).map(({ latest: _, known: __, ...row }) => row);
  if (!asOf) for (const one of municipalities) cached.set(one.code, one);
  return { municipalities, isConfirmed: true };
}

const byCode = (one: ResolvedMunicipality, other: ResolvedMunicipality): number =>
  one.code < other.code ? -1 : Number(one.code > other.code);

// Grouped before it is joined: a cluster that keeps each municipality's releases on one node cannot look a release up
// for each row of `municipality`, which every node has.
const municipalitiesSql = `
  SELECT municipality.id, code, name, synthetic, coalesce(number, 0) AS release, coalesce(summed, 0) AS summed, latest, requested.known
  FROM (
    SELECT id, array_agg(DISTINCT code) AS known FROM municipality
    WHERE $1::text[] IS NULL OR code = ANY($1) GROUP BY id
  ) AS requested
  LEFT JOIN (
    SELECT municipality_id, max(number) FILTER (WHERE $2::timestamptz IS NULL OR published_at <= $2) AS number,
      coalesce(min(number) FILTER (WHERE NOT summed) - 1, max(number)) AS summed, max(published_at) AS latest
    FROM release
    WHERE $1::text[] IS NULL OR municipality_id IN (SELECT id FROM municipality WHERE code = ANY($1))
    GROUP BY municipality_id
  ) AS release ON release.municipality_id = requested.id
  LEFT JOIN municipality ON municipality.id = requested.id
    AND known_from <= coalesce(number, 0) AND known_to > coalesce(number, 0)
    AND ($1::text[] IS NULL OR code = ANY($1))
  ORDER BY code`;

/** SQL of the numbers of the newest releases of municipalities, by id, as text: to compare with `releaseNumbers`. */
export function newestReleasesSql(municipalities: readonly ScopedMunicipality[]): string {
  const ids = municipalities.map(({ id }) => id);
  if (ids.length === 0) return "''";
  if (ids.length === 1)
    return `coalesce((SELECT max(number) FROM release WHERE municipality_id = ${ids[0]}), 0)::text`;
  const list = `'{${ids.join()}}'::integer[]`;
  return `(SELECT string_agg(coalesce(number, 0)::text, ',' ORDER BY id) FROM unnest(${list}) AS id LEFT JOIN (
      SELECT municipality_id, max(number) AS number FROM release WHERE municipality_id = ANY(${list}) GROUP BY 1
    ) AS newest ON newest.municipality_id = id)`;
}

/** The numbers of the releases of a query, by the id of their municipality. */
export const releaseNumbers = (municipalities: readonly ScopedMunicipality[]): string =>
  [...municipalities]
    .sort((one, other) => one.id - other.id)
    .map(({ release }) => release)
    .join();

/** The error for a code that no municipality ever had. */
async function municipalityUnknown(database: DataSource, code: string): Promise<HubError> {
  const rows = await database.query<{ code: string }[]>("SELECT DISTINCT code FROM municipality");
  const codes = rows.map((row) => row.code);
  return neverKnown("municipality", { ko: "지자체 코드", en: "municipality" }, code, nearest(code, codes));
}

function inFuture(asOf: Date): HubError {
  return new HubError(
    "AS_OF_IN_FUTURE",
    {
      ko: `asOf ${particle(asOf.toISOString(), "은")} 아직 오지 않은 시각입니다.`,
      en: `asOf ${asOf.toISOString()} is in the future.`,
    },
    {
      ko: "지금이나 지난 시각을 쓰거나 asOf를 빼십시오.",
      en: "Use the present or a past time, or leave asOf out.",
    },
  );
}

/** Throws SYNTHETIC_AND_REAL if an answer would mix both kinds. */
export function requireOneKind(municipalities: readonly ResolvedMunicipality[]): void {
  const synthetic = municipalities.filter((municipality) => municipality.synthetic);
  if (synthetic.length === 0 || synthetic.length === municipalities.length) return;
  const names = synthetic.map(({ name }) => name).join(", ");
  throw new HubError(
    "SYNTHETIC_AND_REAL",
    {
      ko: `합성 지자체(${names})와 실제 지자체를 한 집계에 섞을 수 없습니다.`,
      en: `Synthetic municipalities (${names}) and real ones cannot be mixed in one summary.`,
    },
    { ko: "따로 물으십시오.", en: "Query them separately." },
  );
}
