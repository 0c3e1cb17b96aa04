import type { Panel } from "../../schema/panels/panel.ts";
import { subjects } from "../../schema/subjects/index.ts";

/** Every panel of the hub, by name, in the order of the subjects. */
export const panels: ReadonlyMap<string, Panel> = new Map(
  subjects.flatMap(({ panels: placed = [] }) => placed.map(({ panel }) => [panel.name, panel] as const)),
);
