import { Command } from "commander";
import { retract } from "../../ingest/publishing/feeds/retract.ts";
import { feeds } from "../../schema/feeds.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";
import { reasonArgument } from "./reason-argument.ts";
import { textArgument } from "./text-argument.ts";

/** `hub retract`: ends a row of a feed from a new release on. */
export function retractCommand(): Command {
  return new Command("retract")
    .description(
      "자료의 한 행을 새 회차부터 거둡니다. 그 앞 시각의 asOf에는 남습니다.\nEnd a row of a feed from the next release on; asOf still finds it.",
    )
    .argument("<feed>", `자료 / feed: ${feeds.map((feed) => feed.name).join(", ")}`)
    .argument(
      "<key...>",
      '키, 예: "1-4-2 2025-Q4 2025 시비" / key of the row, parts set apart by spaces or +',
    )
    .option("--municipality <code>", "지자체 코드, 빼면 본 지자체 / code of the municipality")
    .requiredOption("--reason <text>", "거두는 사유 / why", reasonArgument)
    .action(async (feed: string, key: string[], options: { municipality?: string; reason: string }) => {
      const settings = readSettings();
      const hub = await openHub(settings, "command");
      try {
        const municipality = options.municipality ?? settings.municipality;
        const release = await retract(hub.database, {
          feed,
          key: textArgument(key.join(" ")),
          municipality,
          reason: options.reason,
        });
        console.log(`회차 ${release}부터 거두었습니다. / Retracted from release ${release} on.`);
      } finally {
        await hub.close();
      }
    });
}
