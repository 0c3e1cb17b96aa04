import { writeFile } from "node:fs/promises";
import { Command, Option } from "commander";
import {
  exportReport,
  type ReportFormat,
  reportFormats,
} from "../../ingest/forms/report/write/export-report.ts";
import { HubContext } from "../../schema/core/context.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { resolveMunicipalities } from "../../schema/sql/municipality-scope.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";
import { momentArgument } from "./moment-argument.ts";
import { quarterArgument } from "./quarter-argument.ts";

interface Options {
  municipality?: string;
  asOf?: Date;
  format: ReportFormat;
  out?: string;
}

/** `hub export report`: a stored report on the official form, as text or as HWPX. */
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
        .addOption(
          new Option("--format <format>", "text(일반 텍스트) 또는 hwpx(한글 문서) / plain text or HWPX")
            .choices(reportFormats)
            .default("text"),
        )
        .option("--out <file>", "쓸 파일, 빼면 표준 출력 / file to write; left out: standard output")
        .addHelpText(
          "after",
          "\n예 / Example: hub export report 1-4-2 2019-Q2 --format hwpx --out 1-4-2.hwpx",
        )
        .action(async (code: string, quarter: number, options: Options) => {
          const { format, out } = options;
          if (format === "hwpx" && out === undefined && process.stdout.isTTY) throw outMissing();
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
            const report = await exportReport(hub.database, municipality, code, quarter, release, format);
            if (out === undefined) process.stdout.write(report);
            else await writeTo(out, report);
          } finally {
            await hub.close();
          }
        }),
    );
}

async function writeTo(file: string, report: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, report);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new HubError(
      "FILE_NOT_WRITABLE",
      {
        ko: `${file} 파일을 쓸 수 없습니다(${code ?? message}).`,
        en: `Cannot write the file ${file} (${code ?? message}).`,
      },
      {
        ko: "--out으로 있는 폴더 안의 쓸 수 있는 파일을 지정하고, 남은 공간을 확인하십시오.",
        en: "Give a writable file in an existing folder with --out, and check the free disk space.",
      },
    );
  }
}

const outMissing = (): HubError =>
  new HubError(
    "SETTING_MISSING",
    { ko: "한글 문서는 화면에 출력할 수 없습니다.", en: "An HWPX document cannot be shown in a terminal." },
    { ko: "--out으로 쓸 파일을 지정하십시오.", en: "Give the file to write with --out." },
  );
