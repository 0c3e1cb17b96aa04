import type { QueryRunner } from "typeorm";
import type { Feed } from "../../schema/feeds/feed.ts";
import type { Documents } from "./documents.ts";
import type { Ids } from "./feeds/ids.ts";
import type { References } from "./feeds/references.ts";

/** How far the reading of a table has come. */
export interface ReadingProgress {
  /** Name of its file. */
  document: string;
  /** Null where the file has no sheets. */
  sheet: string | null;
  /** How much of it was read: 0 to 1. */
  share: number;
  /** How many rows it had until there. */
  rows: number;
}

/** A release in the making: the transaction it is written in, and whose it is. */
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
  /** Why published values change; null where no reason was given. */
  reason: string | null;
  /** Is told now and then how far the reading of feeds has come. */
  onProgress?: (progress: ReadingProgress) => void;
}
