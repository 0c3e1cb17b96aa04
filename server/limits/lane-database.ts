import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { poolOf } from "../../schema/sql/pool-of.ts";

/** Connections for expensive queries, besides those of `database`: opened when the first one comes. */
export class LaneDatabase {
  private readonly database: DataSource;
  private readonly connections: number;
  private opened: Promise<DataSource> | null = null;

  constructor(database: DataSource, connections: number) {
    this.database = database;
    this.connections = connections;
  }

  async open(): Promise<DataSource> {
    this.opened ??= this.connect();
    // One that failed is tried again.
    this.opened.catch(() => {
      this.opened = null;
    });
    return this.opened;
  }

  async close(): Promise<void> {
    const opened = await this.opened?.catch(() => null);
    if (opened?.isInitialized) await opened.destroy();
  }

  private connect(): Promise<DataSource> {
    const { url } = this.database.options as { url: string };
    const { readTimeoutMilliseconds } = poolOf(this.database).options;
    return createDataSource(url, readTimeoutMilliseconds, this.connections).initialize();
  }
}
