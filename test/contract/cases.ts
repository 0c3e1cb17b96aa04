import { readdirSync, readFileSync } from "node:fs";
import type { Answer } from "../setup/hub.ts";
import { differences } from "./differences.ts";

const folder = "test/contract/cases";

/** Cases of the city whose feeds are departments' own tables; their questions are the same. */
const tableCases = "test/contract/tables/cases";

/** The names of the contract's cases. */
export const contractCases: readonly string[] = readdirSync(folder).filter((name) => name.endsWith(".json"));

/** The names of the cases of the city 99993. */
export const contractTableCases: readonly string[] = readdirSync(tableCases);

/** The same for a case of the city 99993. */
export const deviationsOfTables: typeof deviations = (name, beforeCorrection, ask) =>
  deviationsIn(tableCases, name, beforeCorrection, ask);

/**
 * Asks the question of a case and gives its errors and where its answer is not what the contract expects: empty
 * where the case holds. `beforeCorrection` is a moment between the feeds 01 to 10 and the correction, 11.
 */
export const deviations = (
  name: string,
  beforeCorrection: string,
  ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>,
): Promise<string[]> => deviationsIn(folder, name, beforeCorrection, ask);

async function deviationsIn(
  cases: string,
  name: string,
  beforeCorrection: string,
  ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>,
): Promise<string[]> {
  const { query, variables, expected } = JSON.parse(
    readFileSync(`${cases}/${name}`, "utf8").replaceAll("$BEFORE_CORRECTION", beforeCorrection),
  );
  const { data, errors } = await ask(readFileSync(`${folder}/${query}`, "utf8"), variables);
  return [...(errors ?? []).map(({ message }) => message), ...differences(expected, data)];
}
