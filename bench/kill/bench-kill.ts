import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { BenchHub } from "../bench-hub.ts";

const city = ["--municipality", "99002"];
const heading =
  "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)";
const key = "1-1-1 2025-Q4 2025 시비";

/** Facts of all releases, with what a release that is half there would leave. */
const stateSql = `SELECT json_build_object(
  'releases', (SELECT count(*) FROM release), 'newest', (SELECT coalesce(max(number), 0) FROM release WHERE municipality_id = city.id),
  'untimed', (SELECT count(*) FROM release WHERE published_at = 'infinity'),
  'ahead', (SELECT count(*) FROM funding_line JOIN LATERAL (SELECT max(number) AS newest FROM release
     WHERE municipality_id = funding_line.municipality_id) AS release ON true
     WHERE known_from > newest OR (known_to > newest AND known_to < 2147483647)),
  'lines', (SELECT count(*) FROM funding_line WHERE municipality_id = city.id AND known_to = 2147483647),
  'executed', (SELECT amount FROM funding_line WHERE municipality_id = city.id AND known_to = 2147483647 AND phase = 'EXECUTED'),
  'locks', (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 4128001))
  FROM municipality AS city WHERE code = '99002'`;

interface State {
  releases: number;
  newest: number;
  untimed: number;
  ahead: number;
  lines: number;
  executed: number | null;
  locks: number;
}

/**
 * Kills imports, corrections and retractions at random moments, and looks after each whether what is there is whole:
 * all of the release or nothing, no lock, and the next one is published. Throws at the first that is not.
 */
export async function benchKill({ times, seed }: { times: number; seed: number }): Promise<void> {
  const hub = await BenchHub.start();
  try {
    await hub.run("init", ...city, "--name", "끊김시", "--synthetic");
    const pledges = join(hub.folder, "공약.csv");
    await writeFile(pledges, "공약번호,공약명,소관부서,기준분기,이행상태\n1-1-1,공약,,2025-Q4,\n");
    let longest = (await hub.run("import", pledges, ...city)).milliseconds;
    const random = randomFrom(seed);
    const counts = { published: 0, nothing: 0 };
    let executed = 0;
    for (let time = 1; time <= times; time++) {
      const before = await stateOf(hub);
      const isRetraction = before.executed !== null && random() < 0.3;
      executed += 1;
      const words = isRetraction
        ? ["retract", "budget", key, ...city, "--reason", "거둠"]
        : ["import", await budgetFile(hub, executed), ...city, "--reason", "정정"];
      const { milliseconds, isKilled } = await hub.killed(words, (0.4 + 0.6 * random()) * longest);
      // So that about as many end as are killed late: half of a command's time is spent on starting.
      longest = isKilled ? longest * 1.05 : milliseconds * 1.1;
      const after = await settled(hub);
      const published = after.newest - before.newest;
      const value = isRetraction ? null : executed * 1_000;
      const isWhole = published === 1 && after.executed === value && after.releases === before.releases + 1;
      const isNothing = published === 0 && JSON.stringify(after) === JSON.stringify(before);
      if (!(isWhole || isNothing) || after.untimed + after.ahead > 0)
        throw new Error(`${time}: ${words.join(" ")}: ${JSON.stringify({ before, after })}`);
      counts[isWhole ? "published" : "nothing"] += 1;
    }
    await hub.run("import", await budgetFile(hub, executed + 1), ...city, "--reason", "정정");
    console.log(
      `${times} kills with seed ${seed}: ${counts.published} releases whole, ${counts.nothing} not begun, none in between; the next one was published`,
    );
  } finally {
    await hub.stop();
  }
}

const stateOf = async (hub: BenchHub): Promise<State> => JSON.parse(await hub.psql(stateSql));

/** The state once PostgreSQL has cleared away after the killed one. */
async function settled(hub: BenchHub): Promise<State> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const state = await stateOf(hub);
    if (state.locks === 0) return state;
    await delay(50);
  }
  throw new Error("A lock is left after ten seconds.");
}

async function budgetFile(hub: BenchHub, executed: number): Promise<string> {
  const file = join(hub.folder, "예산.csv");
  await writeFile(file, `${heading}\n1-1-1,2025-Q4,2025,시비,,,100000,${executed}\n`);
  return file;
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
