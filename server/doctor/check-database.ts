import pg from "pg";
import { migrations } from "../../schema/tables.ts";
import { ok, problem, type SetupFinding, warning } from "./finding.ts";

/** Clocks that differ by more make moments of releases and expiries of tokens disagree. */
const tolerableSeconds = 2;
/** Connections that one hub may open, those of expensive queries included. */
const connectionsOfHub = 14;

interface Row {
  version: string;
  max: number;
  now: Date;
  port: number | null;
  isStandby: boolean;
  isReadOnly: boolean;
  mayCreate: boolean;
  migrations: string | null;
}

const facts = `
  SELECT current_setting('server_version') AS version, current_setting('max_connections')::integer AS max,
    clock_timestamp() AS now, inet_server_port() AS port, pg_is_in_recovery() AS "isStandby",
    current_setting('transaction_read_only') = 'on' AS "isReadOnly",
    has_schema_privilege('public', 'CREATE') AS "mayCreate", to_regclass('public.migrations')::text AS migrations`;

/** Checks a PostgreSQL that can be reached. It changes nothing there. */
export async function checkDatabase(url: string): Promise<SetupFinding[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const start = Date.now();
    const row = (await client.query<Row>(facts)).rows[0]!;
    const middle = (start + Date.now()) / 2;
    return [
      ok("database", `PostgreSQL ${row.version}`, `PostgreSQL ${row.version}`),
      ...checkPooler(row, client.port),
      await checkTransactions(client),
      checkWrites(row),
      checkClock(row.now, middle),
      checkConnections(row.max),
      await checkMigrations(client, row.migrations !== null),
    ];
  } finally {
    await client.end();
  }
}

function checkPooler({ port }: Row, connected: number): SetupFinding[] {
  if (port === null || port === connected) return [];
  return [
    ok(
      "pooler",
      `풀러나 포트 전달을 거쳐 연결됩니다(${connected} → ${port}).`,
      `Connected through a pooler or a forwarded port (${connected} → ${port}).`,
    ),
  ];
}

async function checkTransactions(client: pg.Client): Promise<SetupFinding> {
  try {
    await client.query("BEGIN");
    await client.query("SELECT 1");
    await client.query("ROLLBACK");
    return ok("transactions", "트랜잭션을 쓸 수 있습니다.", "Transactions work.");
  } catch (error) {
    const { message } = error as Error;
    return problem(
      "transactions",
      `트랜잭션을 쓸 수 없습니다: ${message}`,
      `Transactions do not work: ${message}`,
      "풀러를 pool_mode = transaction으로 바꾸십시오.",
      "Set the pooler to pool_mode = transaction.",
    );
  }
}

function checkWrites({ isStandby, isReadOnly, mayCreate }: Row): SetupFinding {
  if (isStandby || isReadOnly)
    return warning(
      "writes",
      "데이터베이스가 읽기 전용이라, 이 허브로는 자료를 넣을 수 없습니다.",
      "The database is read-only, so nothing can be imported through this hub.",
      "대기(standby) 서버라면 그대로 두고, 아니면 읽기 전용 설정을 푸십시오.",
      "Leave it if this is a standby; otherwise make the database writable.",
    );
  if (!mayCreate)
    return problem(
      "writes",
      "이 계정은 스키마 public에 표를 만들 수 없습니다.",
      "This role may not create tables in the schema public.",
      "GRANT CREATE ON SCHEMA public TO 계정; 을 실행하십시오.",
      "Run GRANT CREATE ON SCHEMA public TO the role.",
    );
  return ok("writes", "쓸 수 있습니다.", "Writable.");
}

function checkClock(ofDatabase: Date, ofHub: number): SetupFinding {
  const seconds = Math.abs(ofDatabase.valueOf() - ofHub) / 1_000;
  if (seconds <= tolerableSeconds) return ok("clock", "시계가 맞습니다.", "The clocks agree.");
  const apart = seconds.toFixed(0);
  return warning(
    "clock",
    `허브와 데이터베이스의 시계가 ${apart}초 다릅니다.`,
    `The clocks of the hub and the database differ by ${apart} seconds.`,
    "두 컴퓨터를 NTP로 맞추십시오.",
    "Synchronize both machines by NTP.",
  );
}

function checkConnections(max: number): SetupFinding {
  if (max >= connectionsOfHub * 2) return ok("connections", `최대 ${max}개`, `At most ${max}`);
  return warning(
    "connections",
    `max_connections가 ${max}입니다. 허브 하나가 ${connectionsOfHub}개까지 쓰고, 명령이 더 씁니다.`,
    `max_connections is ${max}; one hub uses up to ${connectionsOfHub}, and commands use more.`,
    "max_connections를 늘리거나 풀러를 두십시오.",
    "Raise max_connections, or use a pooler.",
  );
}

async function checkMigrations(client: pg.Client, exists: boolean): Promise<SetupFinding> {
  const executed = exists
    ? (await client.query<{ name: string }>("SELECT name FROM public.migrations")).rows.map(
        ({ name }) => name,
      )
    : [];
  const known = migrations.map(({ name }) => name);
  const newer = executed.filter((name) => !known.includes(name));
  if (newer.length > 0)
    return problem(
      "migrations",
      `더 새로운 허브가 바꾼 데이터베이스입니다(${newer.join(", ")}).`,
      `A newer hub has migrated the database (${newer.join(", ")}).`,
      "그 버전 이상의 허브를 설치하십시오.",
      "Install that version of the hub or a later one.",
    );
  const pending = known.length - executed.length;
  if (pending === 0) return ok("migrations", `모두 적용됨(${known.length})`, `All applied (${known.length})`);
  if (executed.length === 0)
    return ok(
      "migrations",
      "빈 데이터베이스이며, 허브가 시작할 때 표를 만듭니다.",
      "Empty; the hub creates its tables when it starts.",
    );
  return warning(
    "migrations",
    `${pending}개가 남았고, 허브가 시작할 때 적용합니다.`,
    `${pending} are pending; the hub applies them when it starts.`,
    "먼저 백업하십시오. 되돌릴 수 없습니다.",
    "Back up first: they cannot be undone.",
  );
}
