import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import type { Certainty, Proposal } from "../../ingest/forms/mapping/propose/proposal.ts";
import { proposeForFile } from "../../ingest/publishing/propose-for-file.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { feedNamed, feeds } from "../../schema/feeds.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";

interface Options {
  feed?: string;
  municipality?: string;
  json?: boolean;
}

const certainties: Record<Certainty, string> = {
  CERTAIN: "확실 certain",
  LIKELY: "거의 확실 likely",
  UNSURE: "불확실 unsure",
};

/** `hub map`: proposes a mapping for a department's table, and says of each part how sure it is and why. */
export function mapCommand(): Command {
  return new Command("map")
    .description(
      "부서의 표를 그대로 읽는 매핑을 제안하고, 부분마다 얼마나 확실한지 말합니다.\nPropose a mapping that reads a department's own table, and say how sure each part is.",
    )
    .argument("<file>", "부서의 표 / a department's table")
    .option("--feed <feed>", `자료 / feed: ${feeds.map(({ name }) => name).join(", ")}`)
    .option("--municipality <code>", "지자체 코드, 빼면 본 지자체 / code of the municipality")
    .option("--json", "매핑과 함께 근거도 JSON으로 / print the reasons as JSON too")
    .addHelpText(
      "after",
      "\n예 / Example: hub map 계약현황.xlsx > 계약현황.mapping.json\n종료 코드 1: 정하지 못한 부분이 있음 / Exit code 1: a part is left open",
    )
    .action(async (path: string, options: Options) => {
      process.exitCode = (await runMap(path, options)) ? 0 : 1;
    });
}

async function runMap(path: string, options: Options): Promise<boolean> {
  const feed = options.feed === undefined ? null : feedNamed(options.feed);
  const file = { name: basename(path).normalize("NFC"), bytes: await readGiven(path) };
  const settings = readSettings();
  const hub = await openHub(settings, "command");
  try {
    const municipality = options.municipality ?? settings.municipality;
    const proposal = await proposeForFile(hub.database, file, { municipality, feed });
    console.log(JSON.stringify(options.json ? proposal : proposal.mapping, null, 2));
    if (!options.json) console.error(inWords(proposal).join("\n"));
    return proposal.open.length === 0;
  } finally {
    await hub.close();
  }
}

/** One line for each part of a proposal, and for what it leaves open. */
function inWords({ parts, open, leftOut }: Proposal): string[] {
  return [
    ...parts.map(
      ({ part, proposal, certainty, reason }) =>
        `${certainties[certainty]}\t${part} = ${proposal}\t${reason.ko} / ${reason.en}`,
    ),
    ...open.map(({ part, reason }) => `정하지 못함 open\t${part}\t${reason.ko} / ${reason.en}`),
    ...(leftOut.length > 0 ? [`읽지 않음 left out\t${leftOut.join(", ")}`] : []),
  ];
}

async function readGiven(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new HubError(
      "FILE_UNREADABLE",
      { ko: `${path} 파일을 읽을 수 없습니다(${code}).`, en: `The file ${path} cannot be read (${code}).` },
      { ko: "경로와 권한을 확인하십시오.", en: "Check the path and its permissions." },
    );
  }
}
