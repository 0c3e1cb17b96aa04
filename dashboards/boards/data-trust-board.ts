import { corrections } from "../panels/trust/corrections-panel.ts";
import { findingsPanel } from "../panels/trust/findings-panel.ts";
import { freshness } from "../panels/trust/freshness.ts";
import { releasesPanel } from "../panels/trust/releases-panel.ts";
import { reportingByQuarter } from "../panels/trust/reporting-by-quarter.ts";
import { trustTotals } from "../panels/trust/trust-totals.ts";
import type { Board } from "./board.ts";

/** What is reported by when, what was corrected, and what is questionable: of the whole city, as documents are of no department. */
export const dataTrust: Board = {
  name: "data-trust",
  title: { ko: "자료 신뢰", en: "Data trust" },
  description: {
    ko: "무엇이 언제 보고되었고 무엇이 고쳐졌으며 무엇이 의심스러운지 보입니다.",
    en: "What is reported by when, what was corrected, and what is questionable.",
  },
  panels: [
    { panel: trustTotals, width: "full" },
    { panel: freshness, width: "full" },
    { panel: reportingByQuarter, width: "full" },
    { panel: findingsPanel, width: "full" },
    { panel: corrections, width: "full" },
    { panel: releasesPanel, width: "full" },
  ],
};
