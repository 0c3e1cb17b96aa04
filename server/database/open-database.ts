import type { Settings } from "../settings.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { openExternalDatabase } from "./external-database.ts";
import type { Purpose } from "./membership.ts";

/** A PostgreSQL that is there and fit for the hub, until it is closed. Its tables are the migrations' matter. */
export interface OpenDatabase {
  /** Address with user and password: not for logs. */
  url: string;
  /** Whether it is the hub's own, in the data folder. */
  embedded: boolean;
  /** Gives it up, and stops it if it is the hub's own and nobody else needs it. Close all other connections first. */
  close(): Promise<void>;
}

/** Opens the database that the settings mean: the one at `databaseUrl`, else the hub's own. Throws HubErrors only. */
export function openDatabase(
  settings: Pick<Settings, "databaseUrl" | "dataFolder">,
  purpose: Purpose,
): Promise<OpenDatabase> {
  return settings.databaseUrl === undefined
    ? openEmbeddedDatabase(settings.dataFolder, purpose)
    : openExternalDatabase(settings.databaseUrl);
}
