import { fileURLToPath } from "node:url";
import type { DataSource } from "typeorm";
import type { FirstLoad } from "../../seeds/first-load.ts";

/** Loads the missing parts of the demonstration: the real report and the synthetic city. */
export async function demonstrate(database: DataSource): Promise<FirstLoad[]> {
  // Loaded on demand, so that commands that do not need it start faster.
  const { loadDemonstration } = await import("../../seeds/first-load.ts");
  return loadDemonstration(database, fileURLToPath(new URL("../../../seeds/documents", import.meta.url)));
}

/** Outcome per document of the demonstration, one line each below a heading; empty without documents. */
export function loadsInWords(loads: readonly FirstLoad[]): string[] {
  if (loads.length === 0) return [];
  const lines = loads.map(({ name, outcome }) =>
    outcome
      ? `  ${name}: 회차 ${outcome.release}, 사실 ${outcome.facts}건, 찾은 점 ${outcome.findings.length}건`
      : `  ${name}: 이미 있음 / already there`,
  );
  return ["시연 자료 / Demonstration:", ...lines];
}
