import { createHash, randomBytes } from "node:crypto";
import type { Role } from "./permissions.ts";

/** A token as it is kept: without its text, which only its holder has. */
export interface Token {
  id: number;
  name: string;
  role: Role;
  createdAt: Date;
  /** Null where it has no end. */
  expiresAt: Date | null;
  /** Null where it was not revoked. */
  revokedAt: Date | null;
  /** To the minute; null where it was never used. */
  lastUsedAt: Date | null;
}

/** The columns of a Token in SQL. */
export const tokenColumns = `id, name, role, created_at AS "createdAt", expires_at AS "expiresAt",
  revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`;

/** A new token's text; 256 random bits, so that a plain hash of it tells nothing. */
export const newTokenText = (): string => `hub_${randomBytes(32).toString("base64url")}`;

/** What is kept of a token's text. */
export const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();
