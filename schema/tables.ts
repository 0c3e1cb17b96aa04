import type { DataSource, DataSourceOptions } from "typeorm";
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

/** Brings the tables of a database up to date: the migrations, then the tables of feeds that none of them makes. */
export async function migrate(database: DataSource): Promise<void> {
  await database.runMigrations();
  for (const feed of feeds) await database.query(createFeedTable(feed));
}
