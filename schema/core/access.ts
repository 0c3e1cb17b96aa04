import type { Embedding } from "./embedding.ts";

/**
 * Actions of a caller: read; create embeds and revoke those of the same token; revoke any embed. Only
 * server/access/permissions.ts decides which role may do which.
 */
export type Action = "READ" | "EMBED" | "MANAGE_EMBEDS";

/** The caller's permissions and the embed services. */
export interface Access {
  /** Name of the caller's token; null without one. */
  tokenName: string | null;
  /** Throws a HubError that names the required role if the caller may not do this. */
  authorize(action: Action): void;
  embedding: Embedding;
  /** The caller as limits count: a token, else an address. */
  visitor: string;
  /** Charges the caller for a query of this cost. Throws LIMIT_EXCEEDED. */
  spend(cost: number): Promise<void>;
}
