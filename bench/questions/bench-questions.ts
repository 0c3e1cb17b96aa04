import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import autocannon from "autocannon";
import { BenchHub } from "../bench-hub.ts";
import { median, printTable } from "../figures.ts";
import { municipality, writeCity } from "./city.ts";
import { compareAnswers } from "./compare-answers.ts";
import { questions } from "./questions.ts";
import { type QuestionRequest, type Server, startServers } from "./servers.ts";

/** Before it counts, a server is asked for so long: Node compiles what it runs often, and the hub has more of it. */
const warmUpSeconds = 5;

interface Load {
  rounds: number;
  /** Of one question to one server in one round. */
  seconds: number;
  /** Requests at a time. */
  connections: number;
}

/**
 * Loads a city into a hub, asks each question of each server until the answers are the same, then measures
 * requests a second in rounds that go through all servers in turn. Prints the medians of the ratios of a round.
 */
export async function benchQuestions(load: Load): Promise<void> {
  const hub = await BenchHub.start({ HUB_CACHE_MB: "0" });
  const servers: Server[] = [];
  try {
    const folder = join(hub.folder, "city");
    await mkdir(folder);
    await hub.run("import", ...(await writeCity(folder)), "--municipality", municipality);
    await hub.psql("VACUUM ANALYZE");
    const id = await hub.psql(
      `SELECT DISTINCT municipality_id FROM funding_line JOIN municipality AS city ON city.id = municipality_id WHERE city.code = '${municipality}'`,
    );
    servers.push(...(await startServers(hub, id)));
    const rows: string[][] = [];
    for (const question of questions) {
      const count = await compareAnswers(question, servers);
      const requests = servers.map((server) => server.requestFor(question)).filter((one) => one !== null);
      for (const one of requests) await requestsPerSecond(one, { ...load, seconds: warmUpSeconds });
      const rounds: number[][] = [];
      for (let round = 0; round < load.rounds; round++) {
        const rates: number[] = [];
        for (const one of requests) rates.push(await requestsPerSecond(one, load));
        rounds.push(rates);
      }
      rows.push([question.name, question.title, String(count), ...figuresOf(rounds)]);
      console.error(rows.at(-1)!.join("  "));
    }
    console.log(`\n${load.rounds} rounds of ${load.seconds} s, ${load.connections} requests at a time;`);
    console.log("PostGraphile is asked the first four questions only\n");
    printTable(
      ["", "question", "rows", "floor/s", "hub/floor", "PostGraphile/floor", "hub/PostGraphile"],
      rows,
    );
  } finally {
    for (const server of servers) await server.stop();
    await hub.stop();
  }
}

/** Requests per second of the floor, and the others as ratios: medians over the rounds; "-" if PostGraphile was not asked. */
function figuresOf(rounds: number[][]): string[] {
  const ratio = (one: number, other: number) =>
    median(rounds.map((rates) => rates[one]! / rates[other]!)).toFixed(2);
  const figures = [median(rounds.map(([floor]) => floor!)).toFixed(0), ratio(1, 0)];
  return rounds[0]!.length > 2 ? [...figures, ratio(2, 0), ratio(1, 2)] : [...figures, "-", "-"];
}

async function requestsPerSecond(
  { url, method, body }: QuestionRequest,
  { seconds, connections }: Load,
): Promise<number> {
  const result = await autocannon({
    ...{ url, method, body, connections, duration: seconds },
    headers: { "content-type": "application/json" },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: not all requests were answered.`);
  return result["2xx"] / result.duration;
}
