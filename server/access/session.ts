import { jwtVerify, SignJWT } from "jose";
import type { DataSource } from "typeorm";
import { tokenById } from "./find-token.ts";
import type { Visitor } from "./permissions.ts";
import type { Token } from "./token.ts";

/** The cookie that a browser signs in with. */
export const sessionCookie = "hub_session";
/** A session ends after these many seconds: a working day. */
export const sessionSeconds = 12 * 60 * 60;

const algorithm = "HS256";
const audience = "hub session";

/** The text of a session's cookie: which token it stands for, signed, with an end. */
export const signSession = (key: Uint8Array, { id }: Token): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: algorithm })
    .setSubject(String(id))
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${sessionSeconds}s`)
    .sign(key);

/**
 * Who a session is of; null where it is not signed by this hub or has ended, its token's end included.
 * Browsers send cookies by themselves, so that one never does more than read, whatever its token may do.
 */
export async function sessionVisitor(
  database: DataSource,
  key: Uint8Array,
  cookie: string,
): Promise<Visitor | null> {
  const options = { algorithms: [algorithm], audience };
  const session = await jwtVerify(cookie, key, options).catch(() => null);
  const token = session && (await tokenById(database, Number(session.payload.sub)));
  return token ? { tokenName: token.name, role: "reader" } : null;
}

/** The session cookie in a header `Cookie`; null where there is none. */
export const sessionIn = (header: string | undefined): string | null =>
  header
    ?.split(";")
    .map((part) => part.trim().split("="))
    .find(([name]) => name === sessionCookie)?.[1] ?? null;
