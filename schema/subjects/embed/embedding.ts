import type { Localized } from "../../core/localized.ts";
import type { Embed } from "./embed.ts";
import type { PanelVariable } from "./panel-variable.ts";

/** The part of a panel that embeds need. */
export interface EmbeddablePanel {
  title: Localized;
  /** Names of the variables that it takes. */
  variables: readonly string[];
}

/** Services for embeds, provided by the server. */
export interface Embedding {
  /** Every panel, by its name. */
  panels: ReadonlyMap<string, EmbeddablePanel>;
  /** URL of the hub for browsers, such as https://hub.example.kr, without a trailing slash. */
  origin: string;
  /** Throws CHOICE_UNKNOWN with the nearest value for one that the panel does not offer. */
  checkValues(panel: string, variables: readonly PanelVariable[]): Promise<void>;
  /** The signed text that shows this embed: the same one each time. */
  tokenOf(embed: Embed): Promise<string>;
}
