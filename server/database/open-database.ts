import type { Settings } from "../settings.ts";
import type { OpenDatabase } from "./database.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { openExternalDatabase } from "./external-database.ts";
import type { Purpose } from "./server-lease.ts";

/** Opens the database in the settings: the one at `databaseUrl`, or the hub's own. Throws HubErrors only. */
export function openDatabase(
  settings: Pick<Settings, "databaseUrl" | "dataFolder">,
  purpose: Purpose,
): Promise<OpenDatabase> {
  return settings.databaseUrl === undefined
    ? openEmbeddedDatabase(settings.dataFolder, purpose)
    : openExternalDatabase(settings.databaseUrl);
}
