import pg from "pg";
import { BenchHub } from "../bench-hub.ts";
import { printTable } from "../figures.ts";
import { distinctQuestions } from "./distinct-questions.ts";
import { privateMemory } from "./private-memory.ts";

/** The synthetic city that a hub begins with. */
const municipality = "99999";
const connections = 10;
const repetitions = 3;

/**
 * Asks distinct questions once, then each three times in a row, and prints how the private memory of the hub's
 * backends grows: it is to stay bounded however many questions there are.
 */
export async function benchMemory({ questions: count }: { questions: number }): Promise<void> {
  const hub = await BenchHub.start({ HUB_CACHE_MB: "0" });
  const client = new pg.Client({ connectionString: hub.database });
  await client.connect();
  const measure = async (): Promise<string[]> => {
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hub' AND backend_type = 'client backend'",
    );
    const memory = await privateMemory(rows.map(({ pid }) => pid));
    if (memory === null)
      throw new Error("This system does not tell what memory processes have for themselves.");
    return [String(rows.length), `${memory.toFixed(0)} MB`];
  };
  try {
    const [first, ...others] = distinctQuestions(municipality, count + 1);
    await askAll(
      hub,
      Array.from({ length: connections * 10 }, () => first!),
    );
    const table = [["at first", ...(await measure())]];
    await askAll(hub, others);
    table.push([`${count} questions`, ...(await measure())]);
    await askAll(
      hub,
      others.flatMap((question) => Array.from({ length: repetitions }, () => question)),
    );
    table.push([`each ${repetitions} times more`, ...(await measure())]);
    printTable(["after", "backends", "private memory"], table);
  } finally {
    await client.end();
    await hub.stop();
  }
}

/** Asks questions in their order, as many at a time as the hub has connections. */
async function askAll(hub: BenchHub, questions: string[]): Promise<void> {
  const rest = questions.values();
  const readers = Array.from({ length: connections }, async () => {
    for (const question of rest) await hub.ask(question);
  });
  await Promise.all(readers);
}
