import type { DataSource } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";
import { isWellFormedText } from "../../schema/core/well-formed-text.ts";
import type { Role } from "./permissions.ts";
import { hashOf, newTokenText, type Token, tokenColumns } from "./token.ts";

/** Properties of a new token. `expiresAt` null: it does not expire. */
export interface TokenRequest {
  name: string;
  role: Role;
  expiresAt: Date | null;
}

/** Creates a token and returns its text, which is not stored. Throws TOKEN_NAME_INVALID, TOKEN_NAME_TAKEN. */
export async function createToken(database: DataSource, request: TokenRequest): Promise<string> {
  const name = request.name.normalize("NFC").trim();
  // revokeToken would interpret a number as an id.
  if (!/^\P{Cc}{1,100}$/u.test(name) || /^\d+$/.test(name) || !isWellFormedText(name)) {
    throw nameInvalid(request.name);
  }
  const text = newTokenText();
  const made = await database.query<unknown[]>(
    `INSERT INTO access_token (name, role, sha256, created_at, expires_at) VALUES ($1, $2, $3, now(), $4)
     ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING RETURNING id`,
    [name, request.role, hashOf(text), request.expiresAt],
  );
  if (made.length === 0) throw nameTaken(name);
  return text;
}

/** All tokens, revoked ones too, newest first. */
export const listTokens = (database: DataSource): Promise<Token[]> =>
  database.query(`SELECT ${tokenColumns} FROM access_token ORDER BY id DESC`);

/** Revokes the token with this name or id. Throws TOKEN_UNKNOWN if no valid token has it. */
export async function revokeToken(database: DataSource, nameOrId: string): Promise<Token> {
  // No token has such a name, and PostgreSQL would reject the text.
  if (!isWellFormedText(nameOrId)) throw unknown(nameOrId);
  const byId = /^\d{1,9}$/.test(nameOrId);
  const [revoked] = await database.query<[Token[], number]>(
    `UPDATE access_token SET revoked_at = now()
     WHERE revoked_at IS NULL AND ${byId ? "id = $1::integer" : "name = $1"} RETURNING ${tokenColumns}`,
    [nameOrId.normalize("NFC").trim()],
  );
  if (revoked[0]) return revoked[0];
  throw unknown(nameOrId);
}

const unknown = (nameOrId: string): HubError =>
  new HubError(
    "TOKEN_UNKNOWN",
    {
      ko: `"${nameOrId}"(이)라는, 거두지 않은 토큰은 없습니다.`,
      en: `There is no token "${nameOrId}" that is not revoked.`,
    },
    { ko: "hub token list로 이름을 확인하십시오.", en: "See hub token list for the names." },
  );

const nameInvalid = (name: string): HubError =>
  new HubError(
    "TOKEN_NAME_INVALID",
    {
      ko: `토큰 이름으로 ${particle(`"${name}"`, "을")} 쓸 수 없습니다.`,
      en: `A token cannot be named "${name}".`,
    },
    {
      ko: "쓰는 곳을 알 수 있게 100자까지, 숫자만은 아니게 지으십시오. 예: grafana",
      en: "Name it after its use, in up to 100 characters, not digits only; for example grafana.",
    },
  );

const nameTaken = (name: string): HubError =>
  new HubError(
    "TOKEN_NAME_TAKEN",
    { ko: `토큰 ${particle(`"${name}"`, "이")} 이미 있습니다.`, en: `A token "${name}" already exists.` },
    {
      ko: "다른 이름을 쓰거나 hub token revoke로 먼저 거두십시오.",
      en: "Use another name, or revoke it first with hub token revoke.",
    },
  );
