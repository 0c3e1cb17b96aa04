import { Command } from "commander";
import type { DataSource } from "typeorm";
import {
  findMappings,
  forgetMapping,
  type ListedMapping,
  listMappings,
} from "../../ingest/publishing/table-mappings.ts";
import { particle } from "../../schema/core/particle.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";

interface Options {
  municipality?: string;
}

const municipalityOption = [
  "--municipality <code>",
  "지자체 코드, 빼면 본 지자체 / code of the municipality",
] as const;
const nameArgument = ["<name or id>", "이름 또는 번호 / its name or id"] as const;

/** `hub mappings`: lists, shows and forgets the mappings that are remembered for the next files. */
export function mappingsCommand(): Command {
  return new Command("mappings")
    .description(
      "머리글이 같은 다음 파일을 위해 기억한 매핑을 보고 지웁니다.\nList, show and forget the mappings that are remembered for files with the same headings.",
    )
    .addCommand(
      new Command("list")
        .description("기억한 매핑을 모두 봅니다.\nList the remembered mappings.")
        .option(...municipalityOption)
        .action((options: Options) =>
          withHub(options, async (database, municipality) => {
            const lines = (await listMappings(database, municipality)).map(mappingLine);
            console.log([headings.join("\t"), ...lines].join("\n"));
          }),
        ),
      { isDefault: true },
    )
    .addCommand(
      new Command("show")
        .description("매핑의 JSON을 출력합니다.\nPrint the JSON of a mapping.")
        .argument(...nameArgument)
        .option(...municipalityOption)
        .action((name: string, options: Options) =>
          withHub(options, async (database, municipality) => {
            const found = await findMappings(database, municipality, name);
            for (const { json } of found) process.stdout.write(json.endsWith("\n") ? json : `${json}\n`);
          }),
        ),
    )
    .addCommand(
      new Command("forget")
        .description(
          "매핑을 잊습니다. 이미 읽은 문서에는 그대로 남습니다.\nForget a mapping; documents that were read by it keep it.",
        )
        .argument(...nameArgument)
        .option(...municipalityOption)
        .action((name: string, options: Options) =>
          withHub(options, async (database, municipality) => {
            const count = await forgetMapping(database, municipality, name);
            console.log(
              `${particle(`매핑 ${name}`, "을")} 잊었습니다(${count}개). / Forgot ${count} ${count === 1 ? "mapping" : "mappings"} named ${name}.`,
            );
          }),
        ),
    );
}

const headings = [
  "번호 id",
  "이름 name",
  "판 version",
  "자료 feed",
  "시트 sheet",
  "회차부터 since release",
  "머리글 headings",
];

const mappingLine = ({ id, name, version, feed, sheet, release, headings }: ListedMapping): string =>
  [
    ...[id, name, version, feed ?? "?", sheet ?? "-", release ?? "-"],
    headings.filter((heading) => heading !== null).join(", "),
  ].join("\t");

async function withHub(
  options: Options,
  work: (database: DataSource, municipality: string) => Promise<void>,
): Promise<void> {
  const settings = readSettings();
  const hub = await openHub(settings, "command");
  try {
    await work(hub.database, options.municipality ?? settings.municipality);
  } finally {
    await hub.close();
  }
}
