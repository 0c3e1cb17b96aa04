import { resolve } from "node:path";
import { openCluster, SUPERUSER } from "./cluster.ts";
import type { OpenDatabase } from "./database.ts";
import { acquireLease, DATABASE, type Purpose, releaseLease, type ServerLease } from "./server-lease.ts";

/**
 * Opens the hub's own PostgreSQL in a data folder: creates it, starts it or joins the running one, as needed.
 * Throws DATA_FOLDER_IN_USE, DATA_FOLDER_UNUSABLE, DATABASE_START_FAILED and others.
 */
export async function openEmbeddedDatabase(dataFolder: string, purpose: Purpose): Promise<OpenDatabase> {
  const cluster = await openCluster(resolve(dataFolder));
  let closing = false;
  const acquire = async (): Promise<ServerLease> => {
    const acquired = await acquireLease(cluster, purpose);
    // A server that was killed is started again on the same port.
    acquired.client.once("end", () => {
      if (closing) return;
      lease = acquire();
      lease.catch((error: Error) => process.emitWarning(error.message));
    });
    return acquired;
  };
  let lease = acquire();
  const { port } = await lease;
  return {
    url: `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`,
    embedded: true,
    close: async () => {
      closing = true;
      const acquired = await lease.catch(() => null);
      if (acquired) await releaseLease(cluster, acquired);
    },
  };
}
