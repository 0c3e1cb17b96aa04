import { resolve } from "node:path";
import { openCluster, SUPERUSER } from "./cluster.ts";
import type { OpenDatabase } from "./database.ts";
import { DATABASE, join, leave, type Membership, type Purpose } from "./membership.ts";

/**
 * Opens the hub's own PostgreSQL in a data folder: makes it, starts it or joins the one that runs, whatever is needed.
 * Throws DATA_FOLDER_IN_USE, DATA_FOLDER_UNUSABLE, DATABASE_START_FAILED and others, each with what to do.
 */
export async function openEmbeddedDatabase(dataFolder: string, purpose: Purpose): Promise<OpenDatabase> {
  const cluster = await openCluster(resolve(dataFolder));
  let closing = false;
  const takePart = async (): Promise<Membership> => {
    const joined = await join(cluster, purpose);
    // A server that was killed under us is started again, on its port of before.
    joined.client.once("end", () => {
      if (closing) return;
      membership = takePart();
      membership.catch((error: Error) => process.emitWarning(error.message));
    });
    return joined;
  };
  let membership = takePart();
  const { port } = await membership;
  return {
    url: `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`,
    embedded: true,
    close: async () => {
      closing = true;
      const joined = await membership.catch(() => null);
      if (joined) await leave(cluster, joined);
    },
  };
}
