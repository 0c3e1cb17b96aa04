import type { DataSource } from "typeorm";
import { createDataSource } from "../ormconfig.ts";
import { migrate } from "../schema/migrate.ts";
import { openDatabase } from "./database/open-database.ts";
import type { Purpose } from "./database/server-lease.ts";
import type { Settings } from "./settings.ts";

/** The hub's database, migrated and ready. */
export interface OpenHub {
  database: DataSource;
  /** Whether the database is the hub's own, in the data folder. */
  embedded: boolean;
  /** Closes the connections, and stops the database if it is the hub's own and no other process needs it. */
  close(): Promise<void>;
}

/** Opens the database in the settings and brings its tables up to date. Throws HubErrors for problems that the user can fix. */
export async function openHub(settings: Settings, purpose: Purpose): Promise<OpenHub> {
  const opened = await openDatabase(settings, purpose);
  const database = createDataSource(opened.url);
  const close = async () => {
    if (database.isInitialized) await database.destroy();
    await opened.close();
  };
  try {
    await database.initialize();
    await migrate(database);
    return { database, embedded: opened.embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
}
