import { getPath, getRows } from "./get-path.ts";

/** The part of every summary panel's question that tells whose figures these are, and as of which release. */
export const provenanceFields = `municipality(code: $ofMunicipality, asOf: $knownAt) { code name synthetic }
  releases(asOf: $knownAt, municipality: $ofMunicipality, first: 1) { nodes { number publishedAt } }`;

/** Whose figures an answer has. */
export interface Provenance {
  code: string;
  municipality: string;
  synthetic: boolean;
  /** The latest release, or the latest at the moment chosen; null where nothing was published yet. */
  release: { number: number; publishedAt: string | Date } | null;
}

/** Whose figures an answer has; null where the municipality is not known. */
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
