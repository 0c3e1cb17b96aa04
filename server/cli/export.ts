import { Command } from "commander";
import { exportReport } from "../../ingest/forms/report/write/export-report.ts";
import { HubContext } from "../../schema/core/context.ts";
import { resolveMunicipalities } from "../../schema/sql/municipality-scope.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";
import { momentArgument } from "./moment-argument.ts";
import { quarterArgument } from "./quarter-argument.ts";

interface Options {
  municipality?: string;
  asOf?: Date;
}

/** `hub export report`: prints a stored report on the official form. */
export function exportCommand(): Command {
  return new Command("export")
    .description("자료를 서식으로 내보냅니다.\nPrint stored facts on their form.")
    .addCommand(
      new Command("report")
        .description(
          "보고서를 공식 서식으로, 바르게 출력합니다. 다시 읽으면 같은 사실입니다.\nPrint a report on the official form, clean; reading it gives the same facts.",
        )
        .argument("<code>", "공약번호, 예: 1-4-2 / code of the pledge")
        .argument("<quarter>", "분기, 예: 2019-Q2 / quarter", quarterArgument)
        .option("--municipality <code>", "지자체 코드, 빼면 본 지자체 / code of the municipality")
        .option(
          "--as-of <moment>",
          "그때 알려진 대로: 2025-03-01 또는 2025-03-01T09:00:00+09:00 / as known then",
          momentArgument,
        )
        .action(async (code: string, quarter: number, options: Options) => {
          const settings = readSettings();
          const hub = await openHub(settings, "command");
          const municipality = options.municipality ?? settings.municipality;
          try {
            const context = new HubContext(hub.database, municipality);
            const { municipalities } = await resolveMunicipalities(
              context,
              { codes: [municipality], areNamed: options.municipality !== undefined },
              options.asOf ?? null,
              false,
            );
            const release = municipalities[0]?.release ?? 0;
            process.stdout.write(await exportReport(hub.database, municipality, code, quarter, release));
          } finally {
            await hub.close();
          }
        }),
    );
}
