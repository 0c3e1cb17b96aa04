import { jwtVerify, SignJWT } from "jose";
import type { DataSource } from "typeorm";
import { tokenById } from "./find-token.ts";
import type { Token } from "./token.ts";

/** The cookie that a browser signs in with. */
export const sessionCookie = "hub_session";
/** Lifetime of a session in seconds: a working day. */
export const sessionSeconds = 12 * 60 * 60;

const algorithm = "HS256";
const audience = "hub session";

/** The value of a session cookie: the id of its token, signed, with an expiry. */
export const signSession = (key: Uint8Array, { id }: Token): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: algorithm })
    .setSubject(String(id))
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${sessionSeconds}s`)
    .sign(key);

/** The token of a session cookie; null if this hub did not sign it, or if it or its token has expired or been revoked. */
export async function sessionToken(
  database: DataSource,
  key: Uint8Array,
  cookie: string,
): Promise<Token | null> {
  const options = { algorithms: [algorithm], audience };
  const session = await jwtVerify(cookie, key, options).catch(() => null);
  return session && tokenById(database, Number(session.payload.sub));
}
