import { fileURLToPath } from "node:url";
import type { DataSource } from "typeorm";
import type { FirstLoad } from "../../seeds/first-load.ts";

/** Loads what a database lacks of the demonstration: the real report and the synthetic city. */
export async function demonstrate(database: DataSource): Promise<FirstLoad[]> {
  // Commands that do not load it start quicker for not reading it.
  const { loadDemonstration } = await import("../../seeds/first-load.ts");
  return loadDemonstration(database, fileURLToPath(new URL("../../../seeds/documents", import.meta.url)));
}

/** What became of the documents of the demonstration, a line each below a heading; nothing of none. */
export function loadsInWords(loads: readonly FirstLoad[]): string[] {
  if (loads.length === 0) return [];
  const lines = loads.map(({ name, outcome }) =>
    outcome
      ? `  ${name}: 회차 ${outcome.release}, 사실 ${outcome.facts}건, 찾은 점 ${outcome.findings.length}건`
      : `  ${name}: 이미 있음 / already there`,
  );
  return ["시연 자료 / Demonstration:", ...lines];
}
