import type { Settings } from "../settings.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { openExternalDatabase } from "./external-database.ts";
import type { Purpose } from "./server-lease.ts";

/** A PostgreSQL that is usable by the hub until it is closed. Migrations create its tables. */
export interface OpenDatabase {
  /** URL with user and password; must not be logged. */
  url: string;
  /** Whether it is the hub's own, in the data folder. */
  embedded: boolean;
  /** Releases it, and stops it if it is the hub's own and no other process needs it. Close all other connections first. */
  close(): Promise<void>;
}

/** Opens the database in the settings: the one at `databaseUrl`, or the hub's own. Throws HubErrors only. */
export function openDatabase(
  settings: Pick<Settings, "databaseUrl" | "dataFolder">,
  purpose: Purpose,
): Promise<OpenDatabase> {
  return settings.databaseUrl === undefined
    ? openEmbeddedDatabase(settings.dataFolder, purpose)
    : openExternalDatabase(settings.databaseUrl);
}
