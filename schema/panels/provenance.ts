import { getPath, getRows } from "./get-path.ts";

/** The part of every summary panel's query that requests the municipality and release of the figures. */
export const provenanceFields = `municipality(code: $ofMunicipality, asOf: $knownAt) { code name synthetic }
  releases(asOf: $knownAt, municipality: $ofMunicipality, first: 1) { nodes { number publishedAt } }`;

/** Municipality and release of an answer's figures. */
export interface Provenance {
  code: string;
  municipality: string;
  synthetic: boolean;
  /** The latest release, as of the selected time if any; null if nothing was published yet. */
  release: { number: number; publishedAt: string | Date } | null;
}

/** Municipality and release of an answer's figures; null if the municipality is unknown. */
export function provenanceOf(answer: Record<string, unknown>): Provenance | null {
  const city = answer.municipality as { code: string; name: string; synthetic: boolean } | null;
  if (!city) return null;
  const [release] = getRows(answer, "releases.nodes") as unknown as NonNullable<Provenance["release"]>[];
  const { code, name } = city;
  return {
    code,
    municipality: name,
    synthetic: getPath(city, "synthetic") === true,
    release: release ?? null,
  };
}
