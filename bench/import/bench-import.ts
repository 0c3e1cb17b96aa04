import { stat } from "node:fs/promises";
import { join } from "node:path";
import { BenchHub } from "../bench-hub.ts";
import { median, printTable, seconds } from "../figures.ts";
import { type Watched, watchReaders } from "./watch-readers.ts";

/** As large as a folder of small files can be: departments, pledges, enterprises of the sample city. */
const pledges = 30;

/**
 * Imports the purchases of a synthetic city, a new one each round, and copies the same file with psql into a
 * bare table of the same PostgreSQL, in turn. Prints both times of each round and the median of their ratios.
 */
export async function benchImport({ lines, rounds }: { lines: number; rounds: number }): Promise<void> {
  const hub = await BenchHub.start();
  try {
    const folder = join(hub.folder, "large");
    await hub.run("sample", ...sampleOptions(99_000, lines), "--out", folder);
    const file = join(folder, "06-구매.csv");
    console.log(`${lines} purchases, ${Math.round((await stat(file)).size / 1e6)} MB of CSV\n`);
    await hub.psql(
      "CREATE TABLE bare (number text, purchased_on text, department text, business_number text, category text, amount text, is_grant text)",
    );
    const results = [];
    for (let round = 1; round <= rounds; round++) {
      await hub.psql("TRUNCATE bare", "CHECKPOINT");
      const started = performance.now();
      await hub.psql(`\\copy bare FROM '${file}' (FORMAT csv, HEADER)`);
      const psql = performance.now() - started;
      results.push({ psql, ...(await importInto(hub, 99_000 + round, file, lines)) });
    }
    printTable(
      [
        ...["round", "psql \\copy", "hub import", "ratio", "memory"],
        ...["answers meanwhile", "slowest", "answers after", "slowest"],
      ],
      results.map(({ psql, import: hubs, memory, watched }, round) => [
        ...[String(round + 1), seconds(psql), seconds(hubs), (psql / hubs).toFixed(3)],
        `${Math.round(memory / 1e6)} MB`,
        ...[watched.before, watched.after].flatMap(({ answers, slowestMilliseconds }) => [
          String(answers),
          `${Math.round(slowestMilliseconds)} ms`,
        ]),
      ]),
    );
    const ratio = median(results.map(({ psql, import: hubs }) => psql / hubs));
    const memory = Math.max(...results.map((result) => result.memory));
    console.log(
      `\nmedian ratio ${ratio.toFixed(3)} (aim 0.25), most memory ${Math.round(memory / 1e6)} MB (limit 600)`,
    );
  } finally {
    await hub.stop();
  }
}

async function importInto(
  hub: BenchHub,
  code: number,
  file: string,
  lines: number,
): Promise<{ import: number; memory: number; watched: Watched }> {
  const folder = join(hub.folder, String(code));
  await hub.run("sample", ...sampleOptions(code, 0), "--out", folder);
  const municipality = ["--municipality", String(code)];
  const before = ["01-지자체.csv", "02-부서.csv"].map((name) => join(folder, name));
  await hub.run("import", ...before, ...municipality);
  await hub.psql("CHECKPOINT");
  const importing = hub.run("import", file, ...municipality, "--json");
  const watched = await watchReaders(hub, String(code), importing);
  const { milliseconds, peakMemory, output } = await importing;
  const { facts } = JSON.parse(output.trim().split("\n").at(-1)!) as { facts: number };
  if (facts !== lines) throw new Error(`${facts} facts of ${lines} lines.`);
  if (watched.after.answers === 0) throw new Error("The serving hub does not show the release.");
  return { import: milliseconds, memory: peakMemory, watched };
}

const sampleOptions = (code: number, purchases: number): string[] => [
  ...["--size", String(pledges), "--purchases", String(purchases), "--municipality", String(code)],
];
