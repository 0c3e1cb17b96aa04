import { type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { EmbedClaims } from "../../schema/core/embedding.ts";

/** The content of an embed's token: what the embed shows, by the signature, not by the database. */
export type SignedEmbed = Omit<EmbedClaims, "createdAt" | "expiresAt"> & {
  /** Milliseconds since 1970 at which it expires; Infinity if it does not. */
  expiresAt: number;
};

const algorithm = "HS256";
const audience = "hub embed";

/** The token of an embed; always the same text. */
export function signEmbed(key: Uint8Array, embed: EmbedClaims): Promise<string> {
  const { panel, variables, viewerMayChange, allowedOrigins, createdAt, expiresAt } = embed;
  const token = new SignJWT({ panel, variables, viewerMayChange, allowedOrigins })
    .setProtectedHeader({ alg: algorithm })
    .setJti(String(embed.id))
    .setAudience(audience)
    .setIssuedAt(createdAt);
  return (expiresAt ? token.setExpirationTime(expiresAt) : token).sign(key);
}

/** The content of a token, even if it has expired. Rejects with an error of jose if this hub did not sign it. */
export async function readEmbedToken(key: Uint8Array, token: string): Promise<SignedEmbed> {
  const { payload } = await jwtVerify<JWTPayload & Omit<SignedEmbed, "id" | "expiresAt">>(token, key, {
    algorithms: [algorithm],
    audience,
    // Even an expired embed names the pages that may be told so.
    currentDate: new Date(0),
  });
  const { panel, variables, viewerMayChange, allowedOrigins } = payload;
  const expiresAt = payload.exp === undefined ? Number.POSITIVE_INFINITY : payload.exp * 1000;
  return { id: Number(payload.jti), panel, variables, viewerMayChange, allowedOrigins, expiresAt };
}
