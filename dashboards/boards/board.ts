import type { BoardHeader, SummaryPanel } from "../../schema/panels/panel.ts";
import type { Variable } from "../../schema/panels/variable.ts";

/** A dashboard: panels that answer one question of an executive together, declared once for pages and Grafana. */
export interface Board extends BoardHeader {
  /** In the order of reading; the first gives the figures that ten seconds are enough for. */
  panels: { panel: SummaryPanel; width: "full" | "half" }[];
}

/** What a reader chooses on a board: the variables of its panels, each once. */
export const variablesOf = ({ panels }: Board): Record<string, Variable> =>
  Object.assign({}, ...panels.map(({ panel }) => panel.variables));
