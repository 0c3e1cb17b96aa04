import { Command } from "commander";
import { HubError } from "../../schema/core/hub-error.ts";
import { openDatabase } from "../database/open-database.ts";
import { checkDatabase } from "../doctor/check-database.ts";
import { checkSettings } from "../doctor/check-settings.ts";
import type { SetupFinding } from "../doctor/finding.ts";
import { readSettings, type Settings } from "../settings.ts";

const marks = { OK: "✓", WARNING: "!", PROBLEM: "✗" };

/** `hub doctor`: checks a setup and says what to do. Exit code 1 if there is a problem, 0 with warnings only. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description(
      "설정과 데이터베이스를 살피고 고칠 것을 알려 줍니다. 아무것도 바꾸지 않습니다.\nCheck settings and database, and say what to do. Changes nothing.",
    )
    .option("--json", "JSON으로, 한 줄에 하나 / as JSON, one finding a line")
    .action(async ({ json = false }: { json?: boolean }) => {
      const findings = await examine();
      for (const finding of findings) console.log(json ? JSON.stringify(finding) : inWords(finding));
      if (findings.some(({ state }) => state === "PROBLEM")) process.exitCode = 1;
    });
}

async function examine(): Promise<SetupFinding[]> {
  let settings: Settings;
  const findings: SetupFinding[] = [];
  try {
    settings = readSettings();
    findings.push(...(await checkSettings(settings)));
  } catch (error) {
    return [...findings, asProblem("settings", error)];
  }
  try {
    const { url, close } = await openDatabase(settings, "command");
    try {
      findings.push(...(await checkDatabase(url)));
    } finally {
      await close();
    }
  } catch (error) {
    findings.push(asProblem("database", error));
  }
  return findings;
}

function asProblem(check: string, error: unknown): SetupFinding {
  if (!(error instanceof HubError)) throw error;
  return { check, state: "PROBLEM", text: error.text, remedy: error.remedy };
}

const inWords = ({ check, state, text, remedy }: SetupFinding): string =>
  [
    `${marks[state]} ${check}: ${text.ko === text.en ? text.ko : `${text.ko} / ${text.en}`}`,
    ...(remedy ? [`    → ${remedy.ko} / ${remedy.en}`] : []),
  ].join("\n");
