import pg from "pg";
import { HubError } from "../../schema/core/hub-error.ts";
import type { Localized } from "../../schema/core/localized.ts";
import { particle } from "../../schema/core/particle.ts";
import type { OpenDatabase } from "./database.ts";

const OLDEST_VERSION = 15;
const CONNECT_LIMIT_MILLISECONDS = 10_000;

/** Checks the PostgreSQL that DATABASE_URL names; it is neither started nor stopped. Throws DATABASE_UNUSABLE. */
export async function openExternalDatabase(url: string): Promise<OpenDatabase> {
  const client = createClient(url);
  // The address without the password, which must not appear in a message.
  const address = `${client.user}@${client.host}:${client.port}/${client.database}`;
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding",
    );
    checkServer(address, rows[0]);
  } catch (error) {
    throw error instanceof HubError ? error : unreachable(address, error as Error & { code?: string });
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, embedded: false, close: async () => undefined };
}

/** Rejects a server that the hub cannot use: `version` is the major one, `encoding` the database's. */
export function checkServer(address: string, server: { version: number; encoding: string }): void {
  if (server.version < OLDEST_VERSION) {
    throw unusable(
      {
        ko: `데이터베이스 ${particle(address, "은")} PostgreSQL ${server.version}입니다.`,
        en: `The database ${address} is PostgreSQL ${server.version}.`,
      },
      {
        ko: `PostgreSQL ${OLDEST_VERSION} 이상을 지정하세요.`,
        en: `Use PostgreSQL ${OLDEST_VERSION} or later.`,
      },
    );
  }
  if (server.encoding !== "UTF8") {
    throw unusable(
      {
        ko: `데이터베이스 ${address}의 문자 집합이 ${server.encoding}입니다.`,
        en: `The encoding of the database ${address} is ${server.encoding}.`,
      },
      {
        ko: "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0으로 만드세요.",
        en: "Create it with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
      },
    );
  }
}

function createClient(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MILLISECONDS });
  } catch {
    throw unusable(
      { ko: "DATABASE_URL을 읽을 수 없습니다.", en: "DATABASE_URL cannot be read." },
      {
        ko: "postgres://사용자:비밀번호@호스트:5432/데이터베이스 형식으로 쓰세요.",
        en: "Write it as postgres://user:password@host:5432/database.",
      },
    );
  }
}

function unreachable(address: string, error: Error & { code?: string }): HubError {
  const cause = error.message || error.code || error.name;
  return unusable(
    {
      ko: `데이터베이스 ${address}에 연결하지 못했습니다: ${cause}`,
      en: `Cannot connect to the database ${address}: ${cause}`,
    },
    {
      ko: "DATABASE_URL의 주소와 계정을 확인하고 PostgreSQL이 켜져 있는지 보거나, DATABASE_URL 없이 시작하세요.",
      en: "Check the address and account in DATABASE_URL, and that PostgreSQL is running; or start without DATABASE_URL.",
    },
  );
}

const unusable = (text: Localized, remedy: Localized): HubError =>
  new HubError("DATABASE_UNUSABLE", text, remedy);
