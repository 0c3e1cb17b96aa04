import type { DataSource } from "typeorm";
import { createDataSource } from "../ormconfig.ts";
import { migrate } from "../schema/tables.ts";
import type { Purpose } from "./database/membership.ts";
import { openDatabase } from "./database/open-database.ts";
import type { Settings } from "./settings.ts";

/** The hub's database, migrated and ready. */
export interface OpenHub {
  database: DataSource;
  /** Whether the database is the hub's own, in the data folder. */
  embedded: boolean;
  /** Closes the connections, and the database if it is the hub's own and nobody else needs it. */
  close(): Promise<void>;
}

/** Any number that nobody else locks by: one process migrates at a time. */
const migrationLock = 4_128_002;

/** Opens the database that the settings mean and brings its tables up to date. Throws HubErrors for what the user can mend. */
export async function openHub(settings: Settings, purpose: Purpose): Promise<OpenHub> {
  const opened = await openDatabase(settings, purpose);
  const database = createDataSource(opened.url);
  const close = async () => {
    if (database.isInitialized) await database.destroy();
    await opened.close();
  };
  try {
    await database.initialize();
    await migrateAlone(database);
    return { database, embedded: opened.embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function migrateAlone(database: DataSource): Promise<void> {
  const holder = database.createQueryRunner();
  try {
    await holder.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await migrate(database);
    await holder.query("SELECT pg_advisory_unlock($1)", [migrationLock]);
  } finally {
    await holder.release();
  }
}
