import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { particle } from "../../schema/core/particle.ts";
import { databaseStartError, dataFolderError, refusedBySystem } from "./database-error.ts";
import { findPostgresPrograms, type PostgresPrograms } from "./postgres-programs.ts";
import { choosePostgresUser } from "./postgres-user.ts";
import { exists } from "./process-state.ts";
import { type ProgramUser, runProgram } from "./run-program.ts";

/** The folder of one PostgreSQL server, running or not. */
export interface Cluster {
  dataFolder: string;
  /** Within the data folder; PostgreSQL calls it its data directory. */
  folder: string;
  /** PostgreSQL's log, beside the folder. */
  log: string;
  /** Password of the superuser `hub`. */
  password: string;
  programs: PostgresPrograms;
  user: ProgramUser;
}

/** Name of the superuser in the hub's own cluster. */
export const SUPERUSER = "hub";
const PASSWORD_FILE = "hub-password";
const UNFINISHED = "postgres.new-";

/** Finds or creates the cluster of a data folder. If several processes do so at once, one of them wins. */
export async function openCluster(dataFolder: string): Promise<Cluster> {
  const programs = await findPostgresPrograms();
  await mkdir(dataFolder, { recursive: true }).catch(refusedBySystem(dataFolder));
  const user = await choosePostgresUser(programs, dataFolder);
  const folder = join(dataFolder, "postgres");
  if (!(await isThere(folder))) await createCluster(dataFolder, folder, programs, user);
  const password = await readFile(join(folder, PASSWORD_FILE), "utf8").catch(refusedBySystem(dataFolder));
  const cluster = { dataFolder, folder, log: join(dataFolder, "postgresql.log"), password, programs, user };
  await checkVersion(cluster);
  return cluster;
}

/** Created beside its final place and renamed, so that nobody sees it half done and the slower of two processes discards its own. */
async function createCluster(
  dataFolder: string,
  folder: string,
  programs: PostgresPrograms,
  user: ProgramUser,
): Promise<void> {
  const refused = refusedBySystem(dataFolder);
  await removeUnfinished(dataFolder);
  const name = `${UNFINISHED}${process.pid}-${randomBytes(4).toString("hex")}`;
  const unfinished = join(dataFolder, name);
  const passwordFile = `${unfinished}.password`;
  try {
    const { uid, gid } = await stat(dataFolder);
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 }).catch(refused);
    if (process.getuid?.() === 0) await chown(passwordFile, uid, gid);
    const options = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, `--pwfile=${name}.password`];
    const encoding = ["--encoding=UTF8", "--locale=C", "--no-instructions"];
    const created = await runProgram(
      programs.initdb,
      ["-D", name, ...options, ...encoding],
      user,
      dataFolder,
    );
    if (created.code !== 0) throw databaseStartError(dataFolder, created.output);
    await rename(passwordFile, join(unfinished, PASSWORD_FILE));
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") refused(error);
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

/** Removes leftovers of processes killed while creating a cluster. */
async function removeUnfinished(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const maker = name.startsWith(UNFINISHED) ? Number.parseInt(name.slice(UNFINISHED.length), 10) : null;
    if (maker !== null && !exists(maker)) await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}

async function checkVersion(cluster: Cluster): Promise<void> {
  const { dataFolder, folder, programs, user } = cluster;
  const file = join(folder, "PG_VERSION");
  const made = (await readFile(file, "utf8").catch(refusedBySystem(dataFolder))).trim();
  const { output } = await runProgram(programs.postgres, ["--version"], user, dataFolder);
  const present = /\d+/.exec(output)?.[0];
  if (present === undefined) throw databaseStartError(dataFolder, output);
  if (made === present) return;
  throw dataFolderError(dataFolder, {
    ko: `PostgreSQL ${particle(made, "이")} 만든 폴더인데 여기에는 PostgreSQL ${particle(present, "이")} 있습니다.`,
    en: `it was created by PostgreSQL ${made}, but PostgreSQL ${present} is installed.`,
  });
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;
