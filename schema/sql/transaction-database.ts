import type { PoolClient } from "pg";
import type { DataSource, QueryRunner } from "typeorm";
import { poolOf } from "./pool-of.ts";

/**
 * A database as it is within a transaction, for readers' statements: they run on its connection one after the other,
 * and so answer from what it has written and not committed.
 */
export async function transactionDatabase(query: QueryRunner): Promise<DataSource> {
  const client = (await query.connect()) as PoolClient;
  let last: Promise<void> = Promise.resolve();
  /** Waits until the connection is free, and takes it until `done` is called. */
  const take = async (): Promise<() => void> => {
    const previous = last;
    let done = (): void => undefined;
    last = new Promise((resolve) => {
      done = resolve;
    });
    await previous;
    return done;
  };
  const connect = async () => keptClient(client, await take());
  const run = async (text: string, values?: unknown[]) => {
    const done = await take();
    return query.query(text, values).finally(done);
  };
  const pool = Object.create(poolOf(query.connection), { connect: { value: connect } });
  return Object.create(query.connection, {
    driver: { value: Object.create(query.connection.driver, { master: { value: pool } }) },
    query: { value: run },
  });
}

/** The connection for one statement; when that gives it back, the transaction keeps it. */
const keptClient = (client: PoolClient, release: () => void): PoolClient =>
  new Proxy(client, {
    get: (target, name) => {
      if (name === "release") return release;
      const value = Reflect.get(target, name);
      // A connection's methods change it, so they have to run on it.
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
