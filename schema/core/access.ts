import type { Embedding } from "../subjects/embed/embedding.ts";

/** What somebody may want to do. Which role may do it is decided in server/access/permissions.ts alone. */
export type Action = "READ" | "EMBED";

/** What the server lets whoever asks do, and what it does it with. */
export interface Access {
  /** Name of the token that was sent; null for who sent none. */
  tokenName: string | null;
  /** Throws a HubError that says what it takes, where whoever asks may not do this. */
  demand(action: Action): void;
  embedding: Embedding;
}
