import type { Access } from "../../core/access.ts";
import type { HubContext } from "../../core/context.ts";

/** The access of a caller who may create embeds; otherwise throws a HubError that names the required role. */
export function requireEmbedAccess({ access }: HubContext): Access {
  if (!access) throw new Error("Embeds need a server that signs them.");
  access.authorize("EMBED");
  return access;
}
