import { type DataSource, MigrationExecutor, type QueryRunner } from "typeorm";
import { isReadOnly } from "./core/database-unavailable.ts";
import { HubError } from "./core/hub-error.ts";
import { beginDistributing, distribute, isCluster } from "./distribute.ts";
import { completeFeedTable } from "./feeds/feed-table.ts";
import { feeds } from "./feeds.ts";
import { completeSums } from "./keep-sums.ts";
import { migrations } from "./tables.ts";

/** Arbitrary id of an advisory lock: one process migrates a database at a time. */
const migrationLock = 4_128_002;

/**
 * Brings the tables of a database up to date, in one transaction: migrations, then the tables that derive from feeds and from
 * kept sums; on a cluster all are distributed by municipality.
 * Processes that start at the same time wait for each other. Throws SCHEMA_NEWER for a database that a later version
 * has migrated, and SCHEMA_DRIFT for a table that differs from its feed's declaration; then nothing is changed. Of a
 * standby, which can only be read, throws SCHEMA_OLDER unless its tables are up to date already.
 */
export async function migrate(database: DataSource): Promise<void> {
  const [{ standby }] = await database.query("SELECT pg_is_in_recovery() AS standby");
  if (standby) return checkStandby(database);
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query("SET LOCAL statement_timeout = 0");
    // The lock ends with the transaction: a session's lock would remain on a pooler's connection.
    await runner.query(`SELECT pg_advisory_xact_lock(${migrationLock})`);
    const cluster = await isCluster(runner);
    if (cluster) await beginDistributing(runner);
    const executor = new MigrationExecutor(database, runner);
    refuseUnknown((await executor.getExecutedMigrations()).map(({ name }) => name));
    await executor.executePendingMigrations();
    for (const feed of feeds) await completeFeedTable(runner, feed);
    await completeSums(runner.manager);
    if (cluster) await distribute(runner);
    await runner.commitTransaction();
  } catch (error) {
    await rollBack(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

async function checkStandby(database: DataSource): Promise<void> {
  const [{ table }] = await database.query("SELECT to_regclass('migrations') AS table");
  const executed: { name: string }[] = table ? await database.query("SELECT name FROM migrations") : [];
  const names = executed.map(({ name }) => name);
  refuseUnknown(names);
  const pending = migrations.map(({ name }) => name).filter((name) => !names.includes(name));
  if (pending.length > 0) throw schemaOlder(pending);
  const runner = database.createQueryRunner();
  try {
    for (const feed of feeds) await completeFeedTable(runner, feed);
  } catch (error) {
    throw isReadOnly(error) ? schemaOlder(feeds.map(({ table: name }) => name)) : error;
  } finally {
    await runner.release();
  }
}

const schemaOlder = (pending: string[]): HubError =>
  new HubError(
    "SCHEMA_OLDER",
    {
      ko: `이 데이터베이스는 복제본이라 읽을 수만 있는데, 이 허브에 맞게 바뀌지 않았습니다(${pending.join(", ")}).`,
      en: `This database is a standby, which can only be read, and lacks changes that this hub needs (${pending.join(", ")}).`,
    },
    {
      ko: "먼저 같은 버전의 허브를 주 데이터베이스로 한 번 시작하십시오.",
      en: "Start a hub of the same version on the primary database first.",
    },
  );

async function rollBack(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction();
}

function refuseUnknown(executed: string[]): void {
  const names = migrations.map((migration) => migration.name);
  const unknown = executed.filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  const unknownNames = unknown.join(", ");
  throw new HubError(
    "SCHEMA_NEWER",
    {
      ko: `이 데이터베이스는 더 새로운 허브가 이미 바꾼 것입니다(${unknownNames}).`,
      en: `A newer version of the hub has already migrated this database (${unknownNames}).`,
    },
    {
      ko: "그 버전 이상의 허브로 시작하거나, 업그레이드 전의 백업을 복원하십시오.",
      en: "Start that version of the hub or a later one, or restore a backup from before the upgrade.",
    },
  );
}
