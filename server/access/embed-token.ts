import { type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { EmbedClaims } from "../../schema/core/embedding.ts";

/** What a token shows: the signature holds it, not the database. */
export type SignedEmbed = Omit<EmbedClaims, "createdAt" | "expiresAt">;

const algorithm = "HS256";
const audience = "hub embed";

/** The token of an embed: the same text each time. */
export function signEmbed(key: Uint8Array, embed: EmbedClaims): Promise<string> {
  const { panel, variables, viewerMayChange, allowedOrigins, createdAt, expiresAt } = embed;
  const token = new SignJWT({ panel, variables, viewerMayChange, allowedOrigins })
    .setProtectedHeader({ alg: algorithm })
    .setJti(String(embed.id))
    .setAudience(audience)
    .setIssuedAt(createdAt);
  return (expiresAt ? token.setExpirationTime(expiresAt) : token).sign(key);
}

/** What a token shows. Rejects with jose's JWTExpired where it has ended, with others where it is not of this hub. */
export async function readEmbedToken(key: Uint8Array, token: string): Promise<SignedEmbed> {
  const { payload } = await jwtVerify<JWTPayload & Omit<SignedEmbed, "id">>(token, key, {
    algorithms: [algorithm],
    audience,
  });
  const { panel, variables, viewerMayChange, allowedOrigins } = payload;
  return { id: Number(payload.jti), panel, variables, viewerMayChange, allowedOrigins };
}
