import { hkdfSync, randomBytes } from "node:crypto";
import type { DataSource } from "typeorm";
import { isReadOnly } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";

/** The key that signs embeds, derived from HUB_SECRET or from a secret that the hub generates and stores in its database. */
export async function signingKey(database: DataSource, secret: string | undefined): Promise<Uint8Array> {
  const text = secret ?? (await ownSecret(database));
  return new Uint8Array(hkdfSync("sha256", text, "", "hub embed", 32));
}

/** A hub on a standby reads the one that a hub on the primary has generated. Throws SECRET_MISSING if there is none. */
async function ownSecret(database: DataSource): Promise<string> {
  const known = await storedSecret(database);
  if (known !== undefined) return known;
  try {
    await database.query("INSERT INTO own_secret (secret) VALUES ($1) ON CONFLICT DO NOTHING", [
      randomBytes(32).toString("base64url"),
    ]);
  } catch (error) {
    throw isReadOnly(error) ? secretMissing : error;
  }
  return (await storedSecret(database))!;
}

async function storedSecret(database: DataSource): Promise<string | undefined> {
  const [row] = await database.query<{ secret: string }[]>("SELECT secret FROM own_secret");
  return row?.secret;
}

const secretMissing = new HubError(
  "SECRET_MISSING",
  {
    ko: "데이터베이스가 읽기 전용이라 임베드에 서명할 비밀을 만들 수 없습니다.",
    en: "The database is read-only, so no secret for signing embeds can be generated.",
  },
  {
    ko: "먼저 주 데이터베이스로 허브를 한 번 열거나 HUB_SECRET을 지정하십시오.",
    en: "Start a hub on the primary database once, or set HUB_SECRET.",
  },
);
