import type { Ask } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { hubUrlMissing } from "../../dashboards/publication/hub-url-missing.ts";
import type { EmbeddablePanel, Embedding } from "../../schema/core/embedding.ts";
import { checkEmbedValues } from "./check-embed-values.ts";
import { signEmbed } from "./embed-token.ts";

/** The hub's panels, with the part that embeds need. */
export const embeddablePanels: ReadonlyMap<string, EmbeddablePanel> = new Map(
  [...panels].map(([name, { title, variables }]) => [name, { title, variables: Object.keys(variables) }]),
);

/** Services for embeds of a hub at this URL, null if it is not known; `ask` queries it for the options of a panel. */
export const embeddingFor = (key: Uint8Array, origin: string | null, ask: Ask): Embedding => ({
  panels: embeddablePanels,
  get origin() {
    if (origin === null) throw hubUrlMissing();
    return origin;
  },
  checkValues: (panel, variables) => checkEmbedValues(panel, variables, ask),
  tokenOf: (embed) => signEmbed(key, embed),
});
