import { once } from "node:events";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as turn } from "node:timers/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Lines may be so many bytes ahead of PostgreSQL, which sometimes has something else to do. */
const bytesAhead = 1 << 25;

/**
 * Copies rows into tables that have the same columns, as the text that PostgreSQL's COPY reads. All is done in order and beside the making of
 * the next rows. Nothing else may use the connection until the end.
 */
export class TableCopies {
  private readonly client: PoolClient;
  private readonly columns: readonly string[];
  /** Settled when all that was asked for so far is done. */
  private last: Promise<unknown> = Promise.resolve();
  private open: { table: string; lines: PassThrough } | null = null;

  constructor(client: PoolClient, columns: readonly string[]) {
    this.client = client;
    this.columns = columns;
  }

  /** Sends lines to a table. Another table than before begins a new COPY, so give it many at once. */
  async write(table: string, lines: Buffer): Promise<void> {
    if (lines.length === 0) return;
    if (this.open?.table !== table) this.begin(table);
    // The turn lets what was written leave; without one PostgreSQL would wait until all ahead is full.
    const stream = this.open!.lines;
    if (stream.write(lines)) await turn();
    else await Promise.race([once(stream, "drain"), this.last]);
  }

  /** Runs statements after all that was written so far. */
  run(statements: string): void {
    this.close();
    if (statements !== "") this.after(() => this.client.query(statements));
  }

  /** Waits until everything is done. Throws the first error. */
  async end(): Promise<void> {
    this.close();
    await this.last;
  }

  /** Gives up, where what was to be copied cannot be made. */
  async abort(): Promise<void> {
    this.open?.lines.destroy();
    await this.last.catch(() => {});
  }

  private begin(table: string): void {
    this.close();
    const lines = new PassThrough({ highWaterMark: bytesAhead });
    this.open = { table, lines };
    const statement = `COPY ${table} (${this.columns.join(", ")}) FROM STDIN (FREEZE)`;
    this.after(() => pipeline(lines, this.client.query(copyFrom(statement))));
  }

  private close(): void {
    this.open?.lines.end();
    this.open = null;
  }

  private after(act: () => Promise<unknown>): void {
    this.last = this.last.then(act);
    // It may fail long before it is awaited.
    this.last.catch(() => {});
  }
}
