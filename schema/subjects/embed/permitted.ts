import type { Access } from "../../core/access.ts";
import type { HubContext } from "../../core/context.ts";

/** What embeds are made with, where whoever asks may make them; else throws the HubError that says what it takes. */
export function permittedToEmbed({ access }: HubContext): Access {
  if (!access) throw new Error("The hub's own pages make no embeds.");
  access.demand("EMBED");
  return access;
}
