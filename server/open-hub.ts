import type { DataSource } from "typeorm";
import { createDataSource } from "../ormconfig.ts";
import { migrate } from "../schema/migrate.ts";
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
    await migrate(database);
    return { database, embedded: opened.embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
}
