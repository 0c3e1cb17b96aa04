#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { databaseUnavailable } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { hubVersion } from "../hub-version.ts";
import { archiveCommand } from "./archive.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { initCommand } from "./init.ts";
import { mapCommand } from "./map.ts";
import { mappingsCommand } from "./mappings.ts";
import { mcpCommand } from "./mcp.ts";
import { restoreCommand } from "./restore.ts";
import { retractCommand } from "./retract.ts";
import { sampleCommand } from "./sample.ts";
import { serveCommand } from "./serve.ts";
import { templateCommand } from "./template.ts";
import { tokenCommand } from "./token.ts";

/** Exit codes of every command. */
const refused = 1;
const wrongUsage = 2;
/** Codes of errors in the command line itself. */
const usageErrors = ["SETTING_INVALID", "SETTING_MISSING", "TOKEN_NAME_INVALID", "FEED_UNKNOWN"];

/** Messages for the codes of the command line's parser. */
const wrongUsages: Record<string, string> = {
  "commander.unknownCommand": "없는 명령입니다",
  "commander.unknownOption": "없는 옵션입니다",
  "commander.missingArgument": "빠진 값이 있습니다",
  "commander.optionMissingArgument": "옵션에 값이 없습니다",
  "commander.missingMandatoryOptionValue": "꼭 있어야 하는 옵션이 없습니다",
  "commander.excessArguments": "값이 너무 많습니다",
  "commander.invalidArgument": "쓸 수 없는 값입니다",
};

const program = new Command("hub")
  .description(
    "지자체 공약·예산·구매·판매장·아카데미 자료를 모아 GraphQL로 답합니다.\nA GraphQL data hub for municipal dashboards.",
  )
  .addHelpText(
    "after",
    `
종료 코드 / Exit codes: 0 마침 done · 1 거절, 바뀐 것 없음 refused, nothing changed · 2 잘못된 사용 wrong usage
환경 변수 / Settings: DATABASE_URL, HUB_DATA, HOST, PORT, HUB_MUNICIPALITY, HUB_SECRET, HUB_PUBLIC, HUB_URL, HUB_CACHE_MB,
  HUB_LIMIT_REQUESTS, HUB_LIMIT_COST, HUB_TRUSTED_PROXIES, HUB_LOG, HUB_SLOW_MS, HUB_DRAIN_SECONDS (README.md)`,
  )
  .version(hubVersion, "-V, --version", "판 / version")
  .configureHelp({ helpWidth: 100 })
  .helpCommand("help [command]", "명령의 도움말 / help of a command")
  .addCommand(serveCommand())
  .addCommand(initCommand())
  .addCommand(importCommand())
  .addCommand(mapCommand())
  .addCommand(mappingsCommand())
  .addCommand(templateCommand())
  .addCommand(retractCommand())
  .addCommand(exportCommand())
  .addCommand(tokenCommand())
  .addCommand(archiveCommand())
  .addCommand(restoreCommand())
  .addCommand(sampleCommand())
  .addCommand(mcpCommand())
  .addCommand(doctorCommand());

for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
  command
    .exitOverride()
    .helpOption("-h, --help", "도움말 / help")
    .configureOutput({ outputError: () => {} });
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** The error in a command line, in Korean and with the parser's own message. */
function usageError({ code, message }: CommanderError): string {
  const named = /'([^']*)'/.exec(message)?.[1] ?? "";
  return `${wrongUsages[code] ?? "명령을 읽을 수 없습니다"}${named && `: ${named}`}. 사용법은 --help로 보십시오.\n${message} (see --help)`;
}

function exitCodeOf(thrown: unknown): number {
  const error = databaseUnavailable(thrown) ?? thrown;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code !== "commander.help") console.error(usageError(error));
    return wrongUsage;
  }
  if (error instanceof HubError) {
    console.error(`${error.text.ko} ${error.remedy.ko}\n${error.text.en} ${error.remedy.en}`);
    return usageErrors.includes(error.code) ? wrongUsage : refused;
  }
  console.error(error);
  return refused;
}
