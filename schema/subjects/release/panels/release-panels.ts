import type { PlacedPanel } from "../../../panels/panel.ts";
import { corrections } from "./corrections-panel.ts";
import { findingsPanel } from "./findings-panel.ts";
import { freshness } from "./freshness.ts";
import { releasesPanel } from "./releases-panel.ts";
import { reportingByQuarter } from "./reporting-by-quarter.ts";
import { trustTotals } from "./trust-totals.ts";

const board = "data-trust";

/** Status of data, corrections and findings: of the whole city, because documents belong to no department. */
export const releasePanels: readonly PlacedPanel[] = [
  { panel: trustTotals, board, width: "full" },
  { panel: freshness, board, width: "full" },
  { panel: reportingByQuarter, board, width: "full" },
  { panel: findingsPanel, board, width: "full" },
  { panel: corrections, board, width: "full" },
  { panel: releasesPanel, board, width: "full" },
];
