import { mkdir, writeFile } from "node:fs/promises";
import { boardFile, boardText, compiled } from "./compile.ts";

// `npm run grafana`, in the project's folder: writes every board, to be committed.
await mkdir("dashboards/grafana/boards", { recursive: true });
for (const { name, build } of compiled) {
  await writeFile(boardFile(name), boardText(build()));
  console.log(boardFile(name));
}
