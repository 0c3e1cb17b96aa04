#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { HubError } from "../../schema/hub-error.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { retractCommand } from "./retract.ts";
import { sampleCommand } from "./sample.ts";
import { serveCommand } from "./serve.ts";
import { templateCommand } from "./template.ts";
import { tokenCommand } from "./token.ts";

/** Exit codes of every command. */
const refused = 1;
const wrongUsage = 2;
/** Codes of errors that the command line itself caused. */
const usageErrors = ["SETTING_INVALID", "SETTING_MISSING", "TOKEN_NAME_INVALID", "FEED_UNKNOWN"];

const program = new Command("hub")
  .description(
    "지자체 공약·예산·구매·판매장·아카데미 자료를 모아 GraphQL로 답합니다.\nA GraphQL data hub for municipal dashboards.",
  )
  .addHelpText(
    "after",
    `
종료 코드 / Exit codes: 0 마침 done · 1 거절, 바뀐 것 없음 refused, nothing changed · 2 잘못된 사용 wrong usage
환경 변수 / Settings: DATABASE_URL, HUB_DATA, HOST, PORT, HUB_MUNICIPALITY, HUB_SECRET, HUB_PUBLIC, HUB_URL (README.md)`,
  )
  .configureHelp({ helpWidth: 100 })
  .showHelpAfterError("(사용법은 --help / see --help)")
  .addCommand(serveCommand())
  .addCommand(importCommand())
  .addCommand(templateCommand())
  .addCommand(retractCommand())
  .addCommand(exportCommand())
  .addCommand(tokenCommand())
  .addCommand(sampleCommand());

for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
  command.exitOverride().helpOption("-h, --help", "도움말 / help");
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage;
  if (error instanceof HubError) {
    console.error(`${error.text.ko} ${error.remedy.ko}\n${error.text.en} ${error.remedy.en}`);
    return usageErrors.includes(error.code) ? wrongUsage : refused;
  }
  console.error(error);
  return refused;
}
