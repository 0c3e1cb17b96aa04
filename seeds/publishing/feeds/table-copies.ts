import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";

/**
 * Copies rows into tables that have the same columns, as the text that PostgreSQL's COPY reads. It reads while
 * the next rows are made. Nothing else may use the connection until the end.
 */
export class TableCopies {
  private readonly client: PoolClient;
  private readonly columns: readonly string[];
  private readonly counts = new Map<string, number>();
  private open: { table: string; stream: CopyStreamQuery } | null = null;

  constructor(client: PoolClient, columns: readonly string[]) {
    this.client = client;
    this.columns = columns;
  }

  /** Sends lines to a table. Another table than before begins a new COPY, so give it many at once. */
  async write(table: string, lines: string): Promise<void> {
    if (lines === "") return;
    if (this.open?.table !== table) {
      await this.end();
      const stream = this.client.query(copyFrom(`COPY ${table} (${this.columns.join(", ")}) FROM STDIN`));
      this.open = { table, stream };
    }
    if (!this.open.stream.write(lines)) await once(this.open.stream, "drain");
  }

  /** Waits until all is in its table. */
  async end(): Promise<void> {
    if (!this.open) return;
    const { table, stream } = this.open;
    this.open = null;
    stream.end();
    await finished(stream);
    this.counts.set(table, this.countOf(table) + stream.rowCount);
  }

  /** Gives up, where what was to be copied cannot be made. */
  abort(): void {
    this.open?.stream.destroy();
  }

  /** How many rows were copied into a table. */
  countOf(table: string): number {
    return this.counts.get(table) ?? 0;
  }
}
