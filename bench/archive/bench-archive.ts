import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { BenchHub } from "../bench-hub.ts";
import { median, printTable, seconds } from "../figures.ts";

/**
 * Archives and restores a synthetic city with so many purchases, beside the import that brought them and, where it is
 * installed, pg_dump. Prints the times of each round, the memory, and the median of their ratios.
 */
export async function benchArchive({ lines, rounds }: { lines: number; rounds: number }): Promise<void> {
  const hub = await BenchHub.start();
  try {
    const folder = join(hub.folder, "city");
    const city = ["--municipality", "99001"];
    await hub.run("sample", "--size", "30", "--purchases", String(lines), ...city, "--out", folder);
    const names = ["01-지자체.csv", "02-부서.csv", "06-구매.csv"].map((name) => join(folder, name));
    const importing = await hub.run("import", ...names, ...city);
    console.log(`${lines} purchases, imported in ${seconds(importing.milliseconds)}\n`);
    const results = [];
    for (let round = 1; round <= rounds; round++) {
      const file = join(hub.folder, `${round}.zip`);
      const archive = await hub.run("archive", file);
      const dump = await hub.timeDump();
      const data = join(hub.folder, `restored-${round}`);
      const restore = await hub.runIn(data, "restore", file);
      await rm(data, { recursive: true });
      results.push({ archive, dump, restore, bytes: (await stat(file)).size });
    }
    printTable(
      ["round", "archive", "pg_dump", "restore", "restore / import", "size", "most memory"],
      results.map(({ archive, dump, restore, bytes }, round) => [
        ...[String(round + 1), seconds(archive.milliseconds), dump === null ? "-" : seconds(dump)],
        ...[seconds(restore.milliseconds), (restore.milliseconds / importing.milliseconds).toFixed(2)],
        `${(bytes / 1e6).toFixed(1)} MB`,
        `${Math.round(Math.max(archive.peakMemory, restore.peakMemory) / 1e6)} MB`,
      ]),
    );
    const ratio = (of: "archive" | "restore") =>
      median(results.map((result) => result[of].milliseconds / importing.milliseconds)).toFixed(2);
    console.log(`\nmedian of the import's time: archive ${ratio("archive")}, restore ${ratio("restore")}`);
  } finally {
    await hub.stop();
  }
}
