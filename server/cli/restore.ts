import { resolve } from "node:path";
import { Command } from "commander";
import { restoreArchive } from "../../ingest/archive/restore-archive.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";

/** `hub restore`: publishes the releases of an archive again, in an empty database. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description(
      "hub archive가 쓴 파일을 빈 데이터베이스에 되살립니다: 같은 회차, 같은 시각.\nRestore what hub archive wrote into an empty database: the same releases, at the same times.",
    )
    .argument("<file>", "hub archive가 쓴 ZIP 파일 / the ZIP file that hub archive wrote")
    .option(
      "--accept-differences",
      "그때와 다르게 읽히는 회차가 있어도 지금 읽히는 대로 받아들임 / keep what is read today where it differs from what was published",
    )
    .action(async (file: string, { acceptDifferences = false }: { acceptDifferences?: boolean }) => {
      const hub = await openHub(readSettings(), "command");
      try {
        const onRelease = process.stderr.isTTY ? (name: string) => console.error(name) : undefined;
        const { releases, differences } = await restoreArchive(hub.database, resolve(file), {
          ...{ acceptDifferences, onRelease },
        });
        for (const difference of differences) console.log(`다름 / differs: ${difference}`);
        console.log(
          `회차 ${releases}개를 되살렸습니다. 켜져 있는 허브는 다시 시작하십시오.\nRestored ${releases} releases. Restart hubs that are running.`,
        );
      } finally {
        await hub.close();
      }
    });
}
