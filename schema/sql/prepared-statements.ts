import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { PoolClient } from "pg";

/** A statement is prepared from its third use on: most queries are sent once or twice. */
const usesBeforePreparing = 2;
const rememberedTexts = { max: 1_000, characters: 4_000_000 };
/** A backend's memory per statement grows with its text: docs/decisions/typeorm-as-frame.md has the measurement. */
const preparedPerConnection = { max: 50, characters: 80_000 };

interface Text {
  name: string;
  uses: number;
}

/** Prepared statements of a connection. */
interface Prepared {
  /** Names with the length of their texts. */
  names: LRUCache<string, number>;
  /** Names evicted here that PostgreSQL still has. */
  closing: string[];
}

/**
 * Decides which statements of a pool are prepared, and for how long. Names derive from the text alone, so a
 * name that exists on a connection, even one that another process used before, always denotes the same statement.
 */
export class PreparedStatements {
  private isEnabled = true;
  private readonly texts = new LRUCache<string, Text>({
    max: rememberedTexts.max,
    maxSize: rememberedTexts.characters,
    sizeCalculation: (_, text) => text.length + 1,
  });
  private readonly connections = new WeakMap<PoolClient, Prepared>();

  /** The name to prepare a text under on a connection; undefined: do not prepare it. */
  nameFor(client: PoolClient, text: string): string | undefined {
    if (!this.isEnabled || text.length > preparedPerConnection.characters) return undefined;
    const known = this.texts.get(text) ?? { name: nameOf(text), uses: 0 };
    known.uses += 1;
    if (known.uses === 1) this.texts.set(text, known);
    if (known.uses <= usesBeforePreparing) return undefined;
    const { names } = this.preparedOn(client);
    if (names.get(known.name) === undefined) names.set(known.name, text.length + 1);
    return known.name;
  }

  /** Evicts a statement whose tables have changed. */
  forget(client: PoolClient, name: string): void {
    this.preparedOn(client).names.delete(name);
  }

  /** The names evicted since the last call, to be closed before the next statement is sent. */
  takeClosing(client: PoolClient): string[] {
    return this.preparedOn(client).closing.splice(0);
  }

  /** Stops preparing statements: a pooler shares the connection with others between statements. */
  disable(): void {
    this.isEnabled = false;
  }

  private preparedOn(client: PoolClient): Prepared {
    const known = this.connections.get(client);
    if (known) return known;
    const closing: string[] = [];
    const names = new LRUCache<string, number>({
      max: preparedPerConnection.max,
      maxSize: preparedPerConnection.characters,
      sizeCalculation: (characters) => characters,
      dispose: (_, name) => closing.push(name),
    });
    this.connections.set(client, { names, closing });
    return { names, closing };
  }
}

const nameOf = (text: string): string => createHash("sha256").update(text).digest("base64url");
