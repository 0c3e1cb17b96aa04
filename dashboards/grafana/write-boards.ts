import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { alertFile, alertText } from "./alert-rules.ts";
import { boardFile, boardText, compiled } from "./compile.ts";

// `npm run grafana`, in the project's folder: writes every board and the alert rules, to be committed.
const boards = compiled.map(({ name, build }) => [boardFile(name), boardText(build())] as const);
for (const [file, text] of [...boards, [alertFile, alertText()] as const]) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(file);
}
