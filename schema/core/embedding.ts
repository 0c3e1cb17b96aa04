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

/** A panel as far as an embed has to know it. */
export interface EmbeddablePanel {
  title: Localized;
  /** Names of the variables that it takes. */
  variables: readonly string[];
}

/** What embeds are made with: the server has it, the schema only uses it. */
export interface Embedding {
  /** Every panel, by its name. */
  panels: ReadonlyMap<string, EmbeddablePanel>;
  /** Where browsers find the hub, such as https://hub.example.kr, without a slash at the end. */
  origin: string;
  /** Throws CHOICE_UNKNOWN, naming the nearest, for a value that the panel does not offer. */
  checkValues(panel: string, variables: readonly PanelValue[]): Promise<void>;
  /** The signed text that shows this embed: the same one each time. */
  tokenOf(embed: EmbedClaims): Promise<string>;
}
