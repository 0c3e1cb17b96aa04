import { fundingByYear } from "./funding-by-year.ts";
import type { Panel } from "./panel.ts";

/** Every panel of the hub, by name: the table of contents. */
export const panels: ReadonlyMap<string, Panel> = new Map(
  [fundingByYear].map((panel) => [panel.name, panel]),
);
