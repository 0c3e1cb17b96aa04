import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BenchHub } from "../bench-hub.ts";
import { printTable } from "../figures.ts";

/** Aims: how much longer the largest city may take than the smallest, and how long at most. */
const aim = { ratio: 1.2, milliseconds: 300 };

/** Purchases and pledges of the cities. The last pair separates what grows with purchases from what grows with pledges. */
const sizes = [
  { purchases: 10_000, pledges: 50 },
  { purchases: 100_000, pledges: 500 },
  { purchases: 1_000_000, pledges: 5_000 },
  { purchases: 1_000_000, pledges: 50 },
];

/**
 * Loads cities of several sizes into one hub that keeps no responses, and measures each board and the home page of all of
 * them in turn. Prints the shortest time of each: on a shared machine what is longer was spent waiting.
 */
export async function benchScale({ rounds }: { rounds: number }): Promise<void> {
  const hub = await BenchHub.start({ HUB_CACHE_MB: "0" });
  try {
    const cities = [];
    for (const [index, size] of sizes.entries()) {
      const code = String(99_100 + index);
      console.error(`${size.purchases} purchases, ${size.pledges} pledges: ${await load(hub, code, size)}`);
      cities.push(code);
    }
    await hub.psql("VACUUM ANALYZE");
    const home = await textOf(`${hub.url}/`);
    const boards = [...new Set([...home.matchAll(/\/dashboards\/([\w-]+)/g)].map(([, name]) => name!))];
    const rows: string[][] = [];
    for (const board of boards) {
      const best = cities.map(() => Number.POSITIVE_INFINITY);
      // The first round is not measured.
      for (let round = 0; round <= rounds; round += 1)
        for (const [index, code] of cities.entries()) {
          const started = performance.now();
          await textOf(`${hub.url}/dashboards/${board}?municipality=${code}`);
          if (round > 0) best[index] = Math.min(best[index]!, performance.now() - started);
        }
      const times = best.map((milliseconds) => `${milliseconds.toFixed(0)} ms`);
      const ratio = (index: number) => (best[index]! / best[0]!).toFixed(2);
      rows.push([board, ...times, ratio(3), ratio(2)]);
      console.error(rows.at(-1)!.join("  "));
    }
    console.log(
      `\n${rounds} rounds, shortest times; aim: ${aim.ratio} times and ${aim.milliseconds} ms at most\n`,
    );
    printTable(
      [
        "board",
        ...sizes.map(({ purchases, pledges }) => `${purchases} / ${pledges}`),
        "purchases x100",
        "purchases and pledges x100",
      ],
      rows,
    );
  } finally {
    await hub.stop();
  }
}

/** Imports all files of a sample city as the command `hub sample` tells; returns how long it took. */
async function load(
  hub: BenchHub,
  code: string,
  { purchases, pledges }: (typeof sizes)[number],
): Promise<string> {
  const folder = join(hub.folder, code);
  const size = ["--size", String(pledges), "--purchases", String(purchases)];
  await hub.run("sample", ...size, "--municipality", code, "--out", folder);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv")).sort();
  const first = names.filter((name) => !/-(늦은보고|정정)\.csv$/.test(name));
  const { milliseconds } = await hub.run(
    ...["import", ...first.map((name) => join(folder, name)), "--municipality", code, "--json"],
  );
  return `imported in ${(milliseconds / 1000).toFixed(0)} s`;
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return text;
}
