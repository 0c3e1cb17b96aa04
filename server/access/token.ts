import { createHash, randomBytes } from "node:crypto";
import type { Role } from "./permissions.ts";

/** A token as stored: without its text, which only its holder has. */
export interface Token {
  id: number;
  name: string;
  role: Role;
  createdAt: Date;
  /** Null if it does not expire. */
  expiresAt: Date | null;
  /** Null if it was not revoked. */
  revokedAt: Date | null;
  /** To the minute; null if it was never used. */
  lastUsedAt: Date | null;
}

/** The columns of a Token in SQL. */
export const tokenColumns = `id, name, role, created_at AS "createdAt", expires_at AS "expiresAt",
  revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`;

/** A new token's text: 256 random bits, so a plain hash of it discloses nothing. */
export const newTokenText = (): string => `hub_${randomBytes(32).toString("base64url")}`;

/** The stored hash of a token's text. */
export const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();
