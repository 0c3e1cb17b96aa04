/** What a release was requested with, kept so that it can be published again: `release.request`. */
export type ReleaseRequest = ImportOptions | RetractedRow;

/** The options of an import. */
export interface ImportOptions {
  is: "import";
  /** As in 2019-Q2; null if none was given. */
  quarter: string | null;
  /** The mappings of `--mapping`. */
  mappings: { name: string; json: string }[];
  /** Whether there is one mapping for one file, which it has to read. */
  isMapped: boolean;
  /** Ids of the remembered mappings that read a file. */
  remembered: number[];
  /** SHA-256 of the files in their order; of these the hub keeps the ones that stated something new. */
  files: string[];
}

/** The row that a retraction ended. */
export interface RetractedRow {
  is: "retraction";
  /** Name of the feed. */
  feed: string;
  key: string;
}

/** A release that was published before, in another database: its number, and its time as ISO text. */
export interface PastRelease {
  number: number;
  publishedAt: string;
}
