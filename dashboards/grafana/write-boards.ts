import { mkdir, writeFile } from "node:fs/promises";
import { panels } from "../panels/panels.ts";
import { boardFile, boardText } from "./compile.ts";

// `npm run grafana`, in the project's folder: writes the board of every panel, to be committed.
for (const panel of panels.values()) {
  const file = boardFile(panel);
  await mkdir("dashboards/grafana/boards", { recursive: true });
  await writeFile(file, boardText(panel));
  console.log(file);
}
