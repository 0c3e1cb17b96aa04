import { HubError } from "../../schema/core/hub-error.ts";
import type { Localized } from "../../schema/core/localized.ts";
import { particle } from "../../schema/core/particle.ts";

/** The hub's own PostgreSQL could not be set up or started; one line of its `output` is shown. */
export function databaseStartError(dataFolder: string, output: string): HubError {
  const cause = decisiveLine(output);
  return new HubError(
    "DATABASE_START_FAILED",
    {
      ko: `데이터 폴더 ${dataFolder}의 PostgreSQL을 시작하지 못했습니다: ${cause}`,
      en: `PostgreSQL in the data folder ${dataFolder} did not start: ${cause}`,
    },
    {
      ko: `디스크 공간과 폴더 권한, ${dataFolder}/postgresql.log를 확인하거나, 백업에서 폴더를 되살리거나, HUB_DATA에 다른 폴더를 지정하세요.`,
      en: `Check disk space, permissions and ${dataFolder}/postgresql.log, restore the folder from a backup, or set HUB_DATA to another one.`,
    },
  );
}

/** The data folder cannot be used: no permission, a file in its place, or other content. */
export function dataFolderError(dataFolder: string, cause: Localized): HubError {
  return new HubError(
    "DATA_FOLDER_UNUSABLE",
    {
      ko: `데이터 폴더 ${particle(dataFolder, "을")} 쓸 수 없습니다: ${cause.ko}`,
      en: `The data folder ${dataFolder} cannot be used: ${cause.en}`,
    },
    {
      ko: "폴더의 권한과 내용을 확인하거나, HUB_DATA에 다른 폴더를 지정하세요.",
      en: "Check its permissions and content, or set HUB_DATA to another folder.",
    },
  );
}

/** For `catch`: the system's refusal to read or write in the data folder. */
export const refusedBySystem =
  (dataFolder: string) =>
  (error: Error): never => {
    throw dataFolderError(dataFolder, { ko: error.message, en: error.message });
  };

/** The line of PostgreSQL's output that names the cause, without time and process: the first severe one, or the last. */
function decisiveLine(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const grave = [/No space left|Permission denied/, /FATAL|PANIC|error/i]
    .map((sign) => lines.find((line) => sign.test(line)))
    .find((line) => line !== undefined);
  const line = grave ?? lines.at(-1) ?? "?";
  return `${line.replace(/^.*?(FATAL|PANIC|ERROR|LOG):\s+/, "").trim()}.`;
}
