import type { QueryRunner } from "typeorm";
import type { StoredRow } from "../../../schema/feeds/feed.ts";
import { SeenKeys } from "../../forms/feed/seen-keys.ts";
import { current } from "../releases.ts";
import { type FactTable, fixedWhere, namesOf } from "./fact-table.ts";

/** No line of a feed is shorter; a file of fewer lines than there are known keys is not worth reading those for. */
const leastBytesOfLine = 20;
const keysOfBatch = 10_000;
/** A character that no cell has, so that no two keys of several columns are the same text. */
const separator = "\x1f";

/**
 * Distinguishes rows with a new key from rows whose key may exist already, in the hub or in another file of the
 * import, without a query per row: by the hashes of all keys that a municipality has.
 */
export class KnownKeys {
  private readonly seen: SeenKeys | null;
  private readonly keyIndexes: number[];
  private readonly nothingKnown: boolean;

  private constructor(seen: SeenKeys | null, keyIndexes: number[], nothingKnown: boolean) {
    this.seen = seen;
    this.keyIndexes = keyIndexes;
    this.nothingKnown = nothingKnown;
  }

  /** Reads the known keys, unless they are more than files of so many bytes and parts can have rows. */
  static async load(
    query: QueryRunner,
    table: FactTable,
    municipalityId: number,
    files: { bytes: number; parts: number },
  ): Promise<KnownKeys> {
    const most = Math.ceil(files.bytes / leastBytesOfLine);
    const keys = namesOf(table, "key").map((name) => `${name}::text`);
    await query.query(
      `DECLARE known_keys NO SCROLL CURSOR FOR SELECT concat_ws('${separator}', ${keys.join(", ")}) AS key
       FROM ${table.name} AS known
       WHERE municipality_id = ${municipalityId} AND known_to = ${current}${fixedWhere(table)} LIMIT ${most + 1}`,
    );
    let seen: SeenKeys | null = new SeenKeys();
    let count = 0;
    for (let size = keysOfBatch; size === keysOfBatch && seen; count += size) {
      const batch: { key: string }[] = await query.query(`FETCH ${keysOfBatch} FROM known_keys`);
      size = batch.length;
      for (const { key } of batch) seen.see(key, 1);
      if (count + size > most) seen = null;
    }
    await query.query("CLOSE known_keys");
    const keyIndexes = table.columns.flatMap(({ role }, index) => (role === "key" ? [index] : []));
    return new KnownKeys(seen, keyIndexes, count === 0 && files.parts === 1);
  }

  /** Whether a row's key may be known, and from now on is. May give false positives, never false negatives. */
  mayHave({ values }: StoredRow): boolean {
    if (this.nothingKnown) return false;
    if (this.seen === null) return true;
    const key = this.keyIndexes.map((index) => String(values[index])).join(separator);
    return this.seen.see(key, 1) !== undefined;
  }
}
