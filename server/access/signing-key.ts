import { hkdfSync, randomBytes } from "node:crypto";
import type { DataSource } from "typeorm";

/** The key that signs embeds, derived from HUB_SECRET or from a secret that the hub generates and stores in its database. */
export async function signingKey(database: DataSource, secret: string | undefined): Promise<Uint8Array> {
  const text = secret ?? (await ownSecret(database));
  return new Uint8Array(hkdfSync("sha256", text, "", "hub embed", 32));
}

async function ownSecret(database: DataSource): Promise<string> {
  await database.query("INSERT INTO own_secret (secret) VALUES ($1) ON CONFLICT DO NOTHING", [
    randomBytes(32).toString("base64url"),
  ]);
  const [row] = await database.query<{ secret: string }[]>("SELECT secret FROM own_secret");
  return row!.secret;
}
