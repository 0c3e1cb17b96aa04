import { Command } from "commander";
import type { DataSource } from "typeorm";
import { createMunicipality } from "../../ingest/publishing/create-municipality.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { openHub } from "../open-hub.ts";
import { parseMunicipality, readSettings } from "../settings.ts";
import { demonstrate, loadsInWords } from "./demonstration.ts";
import { textArgument } from "./text-argument.ts";

interface InitOptions {
  demo?: boolean;
  municipality?: string;
  name?: string;
  synthetic?: boolean;
}

/** `hub init`: brings the tables up to date and loads initial data. */
export function initCommand(): Command {
  return new Command("init")
    .description(
      "데이터베이스를 준비합니다: 시연 자료를 넣거나 지자체를 만듭니다. 다시 해도 같습니다.\nPrepare a database: load the demonstration, or add a municipality. Doing it again changes nothing.",
    )
    .option(
      "--demo",
      "시연 자료: 고양시(41280)의 실제 보고서와 합성 도시(99999) / the real report of Goyang and the synthetic city",
    )
    .option("--municipality <code>", "만들 지자체의 다섯 자리 코드 / code of the municipality to add")
    .option("--name <name>", "그 이름, 예: 고양시 / its name", textArgument)
    .option("--synthetic", "지어낸 자료의 지자체 / its data are made up")
    .action(runInit);
}

async function runInit({ demo = false, municipality, name, synthetic = false }: InitOptions): Promise<void> {
  if (!demo && municipality === undefined) throw missing("--demo", "--municipality");
  if ((municipality === undefined) !== (name === undefined)) throw missing("--municipality", "--name");
  const code = municipality === undefined ? null : parseMunicipality(municipality, "--municipality");
  const hub = await openHub(readSettings(), "command");
  try {
    if (code !== null) console.log(await added(hub.database, { code, name: name!, synthetic }));
    if (demo) console.log(loadsInWords(await demonstrate(hub.database)).join("\n"));
  } finally {
    await hub.close();
  }
}

async function added(
  database: DataSource,
  city: { code: string; name: string; synthetic: boolean },
): Promise<string> {
  return (await createMunicipality(database, city))
    ? `지자체 ${city.code} ${city.name}: 만들었습니다. / Added.`
    : `지자체 ${city.code} ${city.name}: 이미 있어 바뀐 것이 없습니다. / Already there: nothing changed.`;
}

const missing = (one: string, other: string): HubError =>
  new HubError(
    "SETTING_MISSING",
    {
      ko: `${one} 또는 ${other} 옵션이 빠졌습니다.`,
      en: `An option is missing: ${one} or ${other}.`,
    },
    {
      ko: "npx hub init --demo 또는 npx hub init --municipality 41280 --name 고양시처럼 쓰십시오.",
      en: "Use npx hub init --demo, or npx hub init --municipality 41280 --name 고양시.",
    },
  );
