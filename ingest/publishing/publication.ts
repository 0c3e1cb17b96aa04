import type { QueryRunner } from "typeorm";
import type { Feed } from "../../schema/feeds/feed.ts";
import type { Documents } from "./documents.ts";
import type { Ids } from "./feeds/ids.ts";
import type { References } from "./feeds/references.ts";

/** Progress of an import: a file is opened, its tables are read, and what they state is published. */
export interface ReadingProgress {
  stage: "opening" | "reading" | "publishing";
  /** Name of the file; when publishing, title of the form. */
  document: string;
  /** Null if the file has no sheets. */
  sheet: string | null;
  /** Fraction read: 0 to 1. */
  share: number;
  /** Number of rows read. */
  rows: number;
}

/** Parts of a table that are loaded, but not attached yet. */
export interface Unattached {
  /** Names of the parts, which have statistics for the planner. */
  readonly names: readonly string[];
  /** Makes them parts of their table, which keeps other imports from doing so until the transaction ends. */
  attachAll(): Promise<void>;
}

/** A pending release: its transaction and municipality. */
export interface Publication {
  query: QueryRunner;
  release: number;
  municipalityId: number;
  /** Its code. */
  municipality: string;
  documents: Documents;
  references: References;
  /** The ids of the rows of the hub's own feeds. */
  hubIds: ReadonlyMap<Feed, Ids>;
  /** Reason for changed values; null if none was given. */
  reason: string | null;
  /** Rows of this release in parts that their tables get as its last step. */
  unattached: Unattached[];
  /** Whether the release is only shown, and never committed. */
  isPreview: boolean;
  /** Whether a table or file of the import could not be read at all: what others refer to may be in it. */
  hasUnreadTables: boolean;
  /** Called from time to time with the progress of reading. */
  onProgress?: (progress: ReadingProgress) => void;
}
