import type { DataSource } from "typeorm";
import { isReadOnly } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import type { Localized } from "../../schema/core/localized.ts";
import { particle } from "../../schema/core/particle.ts";
import { runStatement } from "../../schema/sql/run-statement.ts";
import { hashOf, type Token, tokenColumns } from "./token.ts";

/**
 * The token of a header `Authorization`. Each request looks it up, so a revoked token stops working at once.
 * Throws TOKEN_UNKNOWN, TOKEN_REVOKED, TOKEN_EXPIRED.
 */
export async function findToken(database: DataSource, authorization: string): Promise<Token> {
  const text = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (!text)
    throw notValid(
      "TOKEN_UNKNOWN",
      "Authorization 머리글을 읽을 수 없습니다.",
      "The header Authorization cannot be read.",
    );
  const token = await readToken(database, "sha256 = $1", hashOf(text));
  if (!token) throw unknownToken();
  await use(database, token);
  return token;
}

/** The valid token with an id; null if it is unknown, revoked or expired. */
export async function tokenById(database: DataSource, id: number): Promise<Token | null> {
  const token = await readToken(database, "id = $1", id);
  return token
    ? use(database, token).then(
        () => token,
        () => null,
      )
    : null;
}

/** Within the time limit of readers: a request must not wait for a database that does not answer. */
async function readToken(database: DataSource, where: string, value: unknown): Promise<Token | undefined> {
  const text = `SELECT ${tokenColumns} FROM access_token WHERE ${where}`;
  const rows = await runStatement(database, { text, values: [value] });
  return rows[0] as Token | undefined;
}

/** Records the use of a token. Throws TOKEN_REVOKED, TOKEN_EXPIRED. */
async function use(database: DataSource, token: Token): Promise<void> {
  const { name, revokedAt, expiresAt, lastUsedAt } = token;
  if (revokedAt) {
    const at = revokedAt.toISOString();
    throw notValid(
      "TOKEN_REVOKED",
      `토큰 ${particle(`"${name}"`, "은")} ${at}에 거두었습니다.`,
      `The token "${name}" was revoked at ${at}.`,
    );
  }
  if (expiresAt && expiresAt.valueOf() <= Date.now()) {
    const at = expiresAt.toISOString();
    throw notValid(
      "TOKEN_EXPIRED",
      `토큰 ${particle(`"${name}"`, "은")} ${at}에 끝났습니다.`,
      `The token "${name}" ended at ${at}.`,
    );
  }
  if (isStale(lastUsedAt))
    await database
      .query("UPDATE access_token SET last_used_at = now() WHERE id = $1", [token.id])
      .catch(ignoreReadOnly);
}

/** A standby records no use: only the primary's hubs see which tokens and embeds are in use. */
export function ignoreReadOnly(error: unknown): void {
  if (!isReadOnly(error)) throw error;
}

/** Whether a last use has to be recorded again: once a minute is enough to see which tokens are in use. */
export const isStale = (lastUsedAt: Date | null): boolean =>
  lastUsedAt === null || Date.now() - lastUsedAt.valueOf() >= 60_000;

const remedy: Localized = {
  ko: "허브 관리자에게 새 토큰(hub token create)을 받아 Authorization: Bearer 머리글로 보내십시오.",
  en: "Ask the hub's operators for a new token (hub token create) and send it in the header Authorization: Bearer.",
};

const notValid = (code: string, ko: string, en: string): HubError => new HubError(code, { ko, en }, remedy);

/** The error for a token that the hub does not have. */
export const unknownToken = (): HubError =>
  notValid("TOKEN_UNKNOWN", "모르는 토큰입니다.", "The token is not known.");
