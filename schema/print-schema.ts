import { writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "./build-schema.ts";
import { subjects } from "./subjects/index.ts";

/** The public schema as text, in an order that does not depend on the code. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildSchema()))}\n`;
}

/** The catalogue of measures as text: names, units and formulas of all summaries. */
export function printedMeasures(): string {
  const summaries = subjects.flatMap((subject) => subject.summaries ?? []).map(({ entry }) => entry);
  return `${JSON.stringify({ summaries }, null, 2)}\n`;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll("\\", "/"))) {
  await writeFile("schema.graphql", await printedSchema());
  await writeFile("measures.json", printedMeasures());
}
