import type { PastRelease, ReleaseRequest } from "../publishing/release-request.ts";
import type { Digests } from "./digest-facts.ts";

/** Version of the format that docs/archive.md describes; a hub reads its own and all earlier ones. */
export const archiveFormat = 1;

/** Names of the entries of an archive. */
export const entryNames = {
  manifest: "manifest.json",
  /** One line an entry, as sha256sum writes and checks them. */
  sums: "SHA256SUMS",
  table: (name: string) => `tables/${name}.jsonl`,
  release: ({ municipality, number }: { municipality: string; number: number }) =>
    `releases/${municipality}/${number}.json`,
  original: (sha256: string) => `originals/${sha256}`,
};

/** `manifest.json`: what the archive holds. */
export interface ArchiveManifest {
  format: number;
  /** Version of the hub that wrote it. */
  hub: string;
  /** Names of the migrations of its database. */
  migrations: string[];
  /** ISO time. */
  archivedAt: string;
  municipalities: ArchivedMunicipality[];
  /** All releases in the order of their times. */
  releases: (PastRelease & { municipality: string })[];
  /** The tables in `tables/`. */
  tables: string[];
}

/** A municipality, with what it was called from release to release. */
export interface ArchivedMunicipality {
  code: string;
  versions: { name: string; synthetic: boolean; knownFrom: number; knownTo: number }[];
}

/** `releases/<municipality>/<number>.json`. */
export interface ArchivedRelease extends PastRelease {
  municipality: string;
  reason: string | null;
  request: ReleaseRequest;
  /** The documents that stated something new, in their order. */
  documents: ArchivedDocument[];
  /** What the release publishes and ends. */
  facts: Digests;
}

/** A document: its bytes are in `originals/`. */
export interface ArchivedDocument {
  name: string;
  sha256: string;
  /** Rows of `finding`, in their order. */
  findings: Record<string, unknown>[];
}
