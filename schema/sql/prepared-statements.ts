import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Connection, PoolClient } from "pg";

/** A text is prepared from its third use on: most questions are asked once or twice. */
const usesBeforePreparing = 2;
const rememberedTexts = { max: 1_000, characters: 4_000_000 };
/** What a backend keeps of a statement grows with its text; docs/decisions/typeorm-as-frame.md has the measurement. */
const preparedPerConnection = { max: 40, characters: 120_000 };

interface Text {
  name: string;
  uses: number;
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
  private readonly connections = new WeakMap<PoolClient, LRUCache<string, number>>();

  /** The name to run a text under on a connection; undefined: unnamed. */
  nameFor(client: PoolClient, text: string): string | undefined {
    if (!this.isEnabled || text.length > preparedPerConnection.characters) return undefined;
    const known = this.texts.get(text) ?? { name: nameOf(text), uses: 0 };
    known.uses += 1;
    if (known.uses === 1) this.texts.set(text, known);
    if (known.uses <= usesBeforePreparing) return undefined;
    const names = this.namesOn(client);
    if (names.get(known.name) === undefined) names.set(known.name, text.length + 1);
    return known.name;
  }

  /** Closes a statement whose tables have changed under it. */
  forget(client: PoolClient, name: string): void {
    this.namesOn(client).delete(name);
  }

  /** Prepares nothing any more: a pooler hands the connection to others between two statements. */
  disable(): void {
    this.isEnabled = false;
  }

  private namesOn(client: PoolClient): LRUCache<string, number> {
    let names = this.connections.get(client);
    if (!names) {
      names = new LRUCache({
        max: preparedPerConnection.max,
        maxSize: preparedPerConnection.characters,
        sizeCalculation: (characters) => characters,
        dispose: (_, name) => closeStatement(client, name),
      });
      this.connections.set(client, names);
    }
    return names;
  }
}

const nameOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/**
 * Sends PostgreSQL's Close, to be dealt with before the next statement. Unlike DEALLOCATE it takes no round trip, is no
 * error for a name that does not exist, and is understood by poolers that rename statements.
 */
function closeStatement(client: PoolClient, name: string): void {
  const connection = client.connection as Connection & { parsedStatements: Record<string, string> };
  connection.close({ type: "S", name }, true);
  // pg keeps the names that it need not parse again, and offers no way to drop one.
  delete connection.parsedStatements[name];
}
