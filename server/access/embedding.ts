import type { Ask } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import type { EmbeddablePanel, Embedding } from "../../schema/core/embedding.ts";
import { checkEmbedValues } from "./check-embed-values.ts";
import { signEmbed } from "./embed-token.ts";

/** The hub's panels as far as embeds have to know them. */
export const embeddablePanels: ReadonlyMap<string, EmbeddablePanel> = new Map(
  [...panels].map(([name, { title, variables }]) => [name, { title, variables: Object.keys(variables) }]),
);

/** What embeds of a hub at this address are made with; `ask` asks it for the choices of a panel. */
export const embeddingFor = (key: Uint8Array, origin: string, ask: Ask): Embedding => ({
  panels: embeddablePanels,
  origin,
  checkValues: (panel, variables) => checkEmbedValues(panel, variables, ask),
  tokenOf: (embed) => signEmbed(key, embed),
});
