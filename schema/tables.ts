import { type DataSource, type DataSourceOptions, MigrationExecutor } from "typeorm";
import { createFeedTable } from "./feeds/feed-table.ts";
import { feeds } from "./feeds.ts";
import { FactsOfReports1763900000001 } from "./migrations/0001-facts-of-reports.ts";
import { FactsOfFeeds1763900000002 } from "./migrations/0002-facts-of-feeds.ts";
import { Access1763900000003 } from "./migrations/0003-access.ts";
import { FundingByYear1763900000004 } from "./migrations/0004-funding-by-year.ts";
import { PledgesInOrder1763900000005 } from "./migrations/0005-pledges-in-order.ts";
import { subjects } from "./subjects/index.ts";

/** The classes that stand for tables. */
export const entities: DataSourceOptions["entities"] = subjects.flatMap((subject) => [
  ...(subject.entities ?? []),
]);

/** The steps that lead from an empty database to these tables, in their order. */
export const migrations: DataSourceOptions["migrations"] = [
  FactsOfReports1763900000001,
  FactsOfFeeds1763900000002,
  Access1763900000003,
  FundingByYear1763900000004,
  PledgesInOrder1763900000005,
];

/** Any number that nobody else locks by: one process migrates at a time. */
const migrationLock = 4_128_002;

/**
 * Brings the tables of a database up to date: the migrations, then the tables of feeds that none of them makes. All in
 * one transaction, which also bounds the lock: behind a transaction pooler a lock of the session would stay behind.
 */
export async function migrate(database: DataSource): Promise<void> {
  const query = database.createQueryRunner();
  try {
    await query.startTransaction();
    await query.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
    await new MigrationExecutor(database, query).executePendingMigrations();
    for (const feed of feeds) await query.query(createFeedTable(feed));
    await query.commitTransaction();
  } finally {
    if (query.isTransactionActive) await query.rollbackTransaction();
    await query.release();
  }
}
