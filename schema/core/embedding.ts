import type { Localized } from "./localized.ts";

/** A variable of a panel and its value, as it stands in addresses. */
export interface PanelValue {
  name: string;
  value: string;
}

/** What the signed text of an embed is made of. */
export interface EmbedClaims {
  id: number;
  panel: string;
  variables: readonly PanelValue[];
  viewerMayChange: readonly string[];
  allowedOrigins: readonly string[];
  createdAt: Date;
  /** Null if it has no end. */
  expiresAt: Date | null;
}

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
  /** URL of the hub for browsers, such as https://hub.example.kr, without a trailing slash. Throws SETTING_MISSING if it is not known. */
  readonly origin: string;
  /** Throws CHOICE_UNKNOWN with the nearest value for one that the panel does not offer. */
  checkValues(panel: string, variables: readonly PanelValue[]): Promise<void>;
  /** The signed text that shows this embed: the same one each time. */
  tokenOf(embed: EmbedClaims): Promise<string>;
}
