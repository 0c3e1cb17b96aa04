import { LRUCache } from "lru-cache";
import type { DataSource } from "typeorm";
import type { HubContext } from "../../schema/core/context.ts";
import { runStatement } from "../../schema/sql/run-statement.ts";
import { maxValues } from "./cost-limit.ts";

/** A release that an answer was read from. */
export interface ReleaseUsed {
  /** Code of the municipality. */
  municipality: string;
  name: string;
  synthetic: boolean;
  number: number;
  publishedAt: string;
  /** Number of findings in all documents published by then, by severity. */
  findings: Record<"ERROR" | "WARNING" | "NOTE", number>;
}

/** What `extensions.hub` of each answer says of it. */
export interface HubExtension {
  releases: readonly ReleaseUsed[];
  /** Whether any figure is of a synthetic city. */
  synthetic: boolean;
  /** Values that the answer can have, and how many it may. */
  cost: { values: number; limit: number };
}

/** Releases never change, so what is said of one holds for good. */
const known = new WeakMap<DataSource, LRUCache<string, ReleaseUsed>>();
const mostReleases = 1000;

/** What an answer was read from and what it cost, from the basis of its context. It depends on the releases only. */
export async function hubExtension({ database, basis, signal, cost }: HubContext): Promise<HubExtension> {
  const remembered = known.get(database) ?? new LRUCache<string, ReleaseUsed>({ max: mostReleases });
  known.set(database, remembered);
  const missing = basis.used.filter((key) => !remembered.has(key));
  if (missing.length > 0) {
    const rows = await runStatement(database, { text: releasesSql, values: [missing] }, { signal });
    for (const { key, ...release } of rows as unknown as (ReleaseUsed & { key: string })[])
      remembered.set(key, release);
  }
  const releases = basis.used.flatMap((key) => remembered.get(key) ?? []);
  releases.sort((one, other) => Number(one.municipality > other.municipality) || one.number - other.number);
  return {
    releases,
    synthetic: releases.some(({ synthetic }) => synthetic),
    cost: { values: cost, limit: maxValues },
  };
}

const countOf = (severity: string): string =>
  `'${severity}', (SELECT count(*) FROM finding JOIN source_document AS document
    ON document.municipality_id = finding.municipality_id AND document.id = finding.document_id
    WHERE finding.municipality_id = release.municipality_id AND finding.severity = '${severity}'
      AND document.release_number <= release.number)`;

const releasesSql = `
  SELECT key, municipality.code AS municipality, municipality.name, municipality.synthetic, release.number,
    to_char(release.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt",
    json_build_object(${["ERROR", "WARNING", "NOTE"].map(countOf).join(", ")}) AS findings
  FROM unnest($1::text[]) AS key
  JOIN release ON release.municipality_id = split_part(key, ':', 1)::integer AND release.number = split_part(key, ':', 2)::integer
  JOIN municipality ON municipality.id = release.municipality_id
    AND municipality.known_from <= release.number AND municipality.known_to > release.number`;
