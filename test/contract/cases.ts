import { readdirSync, readFileSync } from "node:fs";
import type { Answer } from "../setup/hub.ts";
import { differences } from "./differences.ts";

const folder = "test/contract/cases";

/** The names of the contract's cases. */
export const contractCases: readonly string[] = readdirSync(folder).filter((name) => name.endsWith(".json"));

/**
 * Asks the question of a case and gives its errors and where its answer is not what the contract expects: empty
 * where the case holds. `beforeCorrection` is a moment between the feeds 01 to 10 and the correction, 11.
 */
export async function deviations(
  name: string,
  beforeCorrection: string,
  ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>,
): Promise<string[]> {
  const { query, variables, expected } = JSON.parse(
    readFileSync(`${folder}/${name}`, "utf8").replaceAll("$BEFORE_CORRECTION", beforeCorrection),
  );
  const { data, errors } = await ask(readFileSync(`${folder}/${query}`, "utf8"), variables);
  return [...(errors ?? []).map(({ message }) => message), ...differences(expected, data)];
}
