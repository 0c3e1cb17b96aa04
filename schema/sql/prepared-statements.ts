import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { PoolClient } from "pg";

/** A text is prepared from its third use on: most questions are asked once or twice. */
const usesBeforePreparing = 2;
const rememberedTexts = { max: 1_000, characters: 4_000_000 };
/** What a backend keeps of a statement grows with its text; docs/decisions/typeorm-as-frame.md has the measurement. */
const preparedPerConnection = { max: 50, characters: 80_000 };

interface Text {
  name: string;
  uses: number;
}

/** What a connection keeps. */
interface Prepared {
  /** Names with the length of their texts. */
  names: LRUCache<string, number>;
  /** Names that were given up and that PostgreSQL still has. */
  closing: string[];
}

/**
 * Decides which statements of a pool are prepared, and for how long. Names derive from the text alone, so whoever
 * finds a name on a connection, also one that another process used before, finds the same statement under it.
 */
export class PreparedStatements {
  private isEnabled = true;
  private readonly texts = new LRUCache<string, Text>({
    max: rememberedTexts.max,
    maxSize: rememberedTexts.characters,
    sizeCalculation: (_, text) => text.length + 1,
  });
  private readonly connections = new WeakMap<PoolClient, Prepared>();

  /** The name to run a text under on a connection; undefined: unnamed. */
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

  /** Gives up a statement whose tables have changed under it. */
  forget(client: PoolClient, name: string): void {
    this.preparedOn(client).names.delete(name);
  }

  /** The names that were given up since the last call; they are to be closed before the next statement is sent. */
  takeClosing(client: PoolClient): string[] {
    return this.preparedOn(client).closing.splice(0);
  }

  /** Prepares nothing any more: a pooler hands the connection to others between two statements. */
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
