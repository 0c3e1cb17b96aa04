import { resolve } from "node:path";
import { Command } from "commander";
import { writeArchive } from "../../ingest/archive/write-archive.ts";
import { hubVersion } from "../hub-version.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";

/** `hub archive`: writes everything that the hub was given to one file. */
export function archiveCommand(): Command {
  return new Command("archive")
    .description(
      "허브에 준 모든 것(원본 파일, 옵션, 사유, 거둔 행, 매핑, 토큰, 임베드)을 파일 하나에 보관합니다.\nWrite everything the hub was given to one file: originals, options, reasons, retractions, mappings, tokens, embeds.",
    )
    .argument("<file>", "새 ZIP 파일 / a new ZIP file")
    .action(async (file: string) => {
      const hub = await openHub(readSettings(), "command");
      try {
        const { municipalities, releases, originals, bytes } = await writeArchive(
          hub.database,
          resolve(file),
          hubVersion,
        );
        const size = `${(bytes / 1e6).toFixed(1)} MB`;
        console.log(
          `${file}: 지자체 ${municipalities}곳, 회차 ${releases}개, 원본 ${originals}개(${size})를 보관했습니다. 토큰과 서명 비밀이 들어 있으니 비밀로 다루십시오.
${file}: archived ${municipalities} municipalities, ${releases} releases, ${originals} originals (${size}). It holds tokens and the signing secret: keep it secret.`,
        );
      } finally {
        await hub.close();
      }
    });
}
