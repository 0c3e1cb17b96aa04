import DataLoader from "dataloader";
import type { DataSource } from "typeorm";
import type { Access } from "./access.ts";
import { HubError } from "./hub-error.ts";
import { particle } from "./particle.ts";

/**
 * The release whose knowledge an answer is of, by its number; 0 before the first. A fact is known
 * in it where known_from <= number < known_to.
 */
export type KnownAt = number;

/**
 * What one request carries: the database, the home municipality, and loaders that batch its look-ups.
 * Apollo Server copies it property by property, so it has no #private ones.
 */
export class HubContext {
  readonly database: DataSource;
  /** Code of the municipality that is meant where a question names none. */
  readonly home: string;
  /** The caller's permissions; null outside of a server, as in tests. */
  readonly access: Access | null;
  /** Aborted when the client leaves before it has the whole answer; undefined if nobody can leave. */
  readonly signal: AbortSignal | undefined;
  private readonly loaders = new Map<string, unknown>();
  private latest: Promise<{ number: number; publishedAt: Date | null }> | undefined;

  constructor(database: DataSource, home: string, access: Access | null = null, signal?: AbortSignal) {
    this.database = database;
    this.home = home;
    this.access = access;
    this.signal = signal;
  }

  /**
   * The release that an answer is of: the last one at or before `asOf`, the newest without it. It is
   * looked up once a request, so that all parts of an answer are of one release. Throws for a time to come.
   */
  async knownAt(asOf?: Date | null): Promise<KnownAt> {
    this.latest ??= this.releaseBy(null);
    const latest = await this.latest;
    if (!asOf) return latest.number;
    const isLatest = latest.publishedAt !== null && asOf >= latest.publishedAt;
    if (asOf.valueOf() > Math.max(Date.now(), latest.publishedAt?.valueOf() ?? 0)) throw timeToCome(asOf);
    return isLatest ? latest.number : (await this.releaseBy(asOf)).number;
  }

  private async releaseBy(asOf: Date | null): Promise<{ number: number; publishedAt: Date | null }> {
    const [row] = await this.database.query<{ number: number; publishedAt: Date }[]>(
      `SELECT number, published_at AS "publishedAt" FROM release
       WHERE $1::timestamptz IS NULL OR published_at <= $1 ORDER BY published_at DESC LIMIT 1`,
      [asOf],
    );
    return row ?? { number: 0, publishedAt: null };
  }

  /** The one value of a key; null where there is none. Keys asked for together are looked up together. */
  one<Key, Value>(
    name: string,
    key: Key,
    find: (keys: readonly Key[]) => Promise<Value[]>,
    keyOf: (value: Value) => Key,
  ): Promise<Value | null> {
    return this.loader<Key, Value | null>(name, async (keys) => {
      const found = new Map((await find(keys)).map((value) => [keyOf(value), value]));
      return keys.map((wanted) => found.get(wanted) ?? null);
    }).load(key);
  }

  /** All values of a key, in the order in which `find` gives them. */
  many<Key, Value>(
    name: string,
    key: Key,
    find: (keys: readonly Key[]) => Promise<Value[]>,
    keyOf: (value: Value) => Key,
  ): Promise<Value[]> {
    return this.loader<Key, Value[]>(name, async (keys) => {
      const found = new Map<Key, Value[]>(keys.map((wanted) => [wanted, []]));
      for (const value of await find(keys)) found.get(keyOf(value))?.push(value);
      return keys.map((wanted) => found.get(wanted)!);
    }).load(key);
  }

  private loader<Key, Value>(
    name: string,
    batch: DataLoader.BatchLoadFn<Key, Value>,
  ): DataLoader<Key, Value> {
    let loader = this.loaders.get(name) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader(batch);
      this.loaders.set(name, loader);
    }
    return loader;
  }
}

function timeToCome(asOf: Date): HubError {
  return new HubError(
    "AS_OF_IN_FUTURE",
    {
      ko: `asOf ${particle(asOf.toISOString(), "은")} 아직 오지 않은 시각입니다.`,
      en: `asOf ${asOf.toISOString()} is a time to come.`,
    },
    { ko: "지금이나 지난 시각을 쓰거나 asOf를 빼십시오.", en: "Give a time up to now, or leave asOf out." },
  );
}
