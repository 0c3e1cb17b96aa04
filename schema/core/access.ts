import type { Embedding } from "./embedding.ts";

/**
 * What a caller may want to do: read; make embeds and revoke those of the same token; revoke any embed. Which role
 * may do it is decided in server/access/permissions.ts alone.
 */
export type Action = "READ" | "EMBED" | "MANAGE_EMBEDS";

/** The caller's permissions and the embed services. */
export interface Access {
  /** Name of the token that was sent; null without one. */
  tokenName: string | null;
  /** Throws a HubError that names the role it takes if the caller may not do this. */
  authorize(action: Action): void;
  embedding: Embedding;
}
